from django import forms

from pages.forms import DateInput, ModelForm, Reference, TimeInput

from .models import Appointment, Card, Department, Doctor, Patient, Ward


class AppointmentCreateForm(ModelForm):
    fieldsets = [
        ("Who", ["patient", "doctor", "referred_by"]),
        ("When", ["day", "starts_at"]),
        ("Why", ["reason"]),
    ]
    references = {
        "patient": Reference(["name"], add="patient_create"),
        "doctor": Reference(["name"], add="doctor_create"),
        "referred_by": Reference(["name"], add="doctor_create"),
    }

    class Meta:
        model = Appointment
        fields = [
            "patient",
            "doctor",
            "referred_by",
            "day",
            "starts_at",
            "reason",
        ]
        labels = {
            "starts_at": "Time",
        }
        widgets = {
            "day": DateInput(),
            "starts_at": TimeInput(),
            "reason": forms.TextInput(attrs={"placeholder": "Annual check-up"}),
        }


class WalkInForm(ModelForm):
    references = {
        "patient": Reference(["name"], add="patient_create"),
        "doctor": Reference(["name"], add="doctor_create"),
    }

    class Meta:
        model = Appointment
        fields = [
            "patient",
            "doctor",
            "reason",
        ]


class AppointmentEditForm(ModelForm):
    fieldsets = [
        ("Appointment", ["patient", "doctor", "day", "starts_at", "room"]),
    ]
    readonly = ["patient"]
    references = {
        "patient": Reference(["name"], add="patient_create"),
        "doctor": Reference(["name"], add="doctor_create"),
    }

    class Meta:
        model = Appointment
        fields = [
            "patient",
            "doctor",
            "day",
            "starts_at",
            "room",
        ]
        labels = {
            "starts_at": "Time",
        }
        widgets = {
            "day": DateInput(),
            "starts_at": TimeInput(),
        }


class CheckInForm(ModelForm):
    readonly = ["patient"]
    references = {
        "patient": Reference(["name"], add="patient_create"),
    }

    class Meta:
        model = Appointment
        fields = [
            "patient",
            "state",
            "room",
        ]
        widgets = {
            "state": forms.RadioSelect(),
        }


class CallBackForm(ModelForm):
    fieldsets = [
        ("How do we reach you?", ["name", "born_on", "phone"]),
    ]

    class Meta:
        model = Patient
        fields = [
            "name",
            "born_on",
            "phone",
        ]
        labels = {
            "born_on": "Date of birth",
        }
        help_texts = {
            "phone": "We call between nine and five.",
        }
        widgets = {
            "born_on": DateInput(),
        }


class PatientForm(ModelForm):
    class Meta:
        model = Patient
        fields = [
            "name",
            "born_on",
            "phone",
            "insurance",
            "allergies",
        ]
        widgets = {
            "born_on": DateInput(),
            "allergies": forms.Textarea(attrs={"rows": 4}),
        }


class DoctorForm(ModelForm):
    references = {
        "ward": Reference(["name"], add="ward_create"),
        "mentor": Reference(["name"], add="doctor_create"),
    }

    class Meta:
        model = Doctor
        fields = [
            "name",
            "licence",
            "email",
            "ward",
            "mentor",
        ]


class WardForm(ModelForm):
    references = {
        "department": Reference(["name"], add="department_create"),
    }

    class Meta:
        model = Ward
        fields = [
            "name",
            "department",
            "beds",
        ]
        widgets = {
            "beds": forms.NumberInput(attrs={"min": 1}),
        }


class DepartmentForm(ModelForm):
    references = {
        "head": Reference(["name"], add="doctor_create"),
    }

    class Meta:
        model = Department
        fields = [
            "name",
            "head",
        ]


class CardForm(ModelForm):
    references = {
        "patient": Reference(["name"], add="patient_create"),
    }

    class Meta:
        model = Card
        fields = [
            "patient",
            "number",
        ]
