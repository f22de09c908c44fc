from django import forms

from pages.forms import DateInput, DecimalInput, Inline, ModelForm, Reference, TimeInput

from .models import (
    Appointment,
    Card,
    Department,
    Doctor,
    Finding,
    Invoice,
    Line,
    Patient,
    Ward,
)


class LineForm(ModelForm):
    references = {
        "invoice": Reference(["number"], add="invoice_create"),
    }

    class Meta:
        model = Line
        fields = [
            "invoice",
            "what",
            "quantity",
            "price",
        ]
        widgets = {
            "quantity": DecimalInput(attrs={"min": "0.25"}),
            "price": forms.NumberInput(attrs={"min": 0}),
        }


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
            "starts_at",
            "reason",
        ]
        labels = {
            "starts_at": "Time",
        }
        widgets = {
            "starts_at": TimeInput(),
        }


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
            "room",
            "state",
        ]
        widgets = {
            "state": forms.RadioSelect(),
        }


class FindingCreateForm(ModelForm):
    fieldsets = [
        ("Finding", ["appointment", "text"]),
    ]
    references = {
        "appointment": Reference(["patient__name"], add="appointment_create"),
    }

    class Meta:
        model = Finding
        fields = [
            "appointment",
            "text",
        ]
        labels = {
            "text": "Finding",
        }
        widgets = {
            "text": forms.Textarea(attrs={"rows": 4}),
        }


class FindingEditForm(ModelForm):
    fieldsets = [
        ("Finding", ["text"]),
    ]

    class Meta:
        model = Finding
        fields = [
            "text",
        ]
        labels = {
            "text": "Finding",
        }
        widgets = {
            "text": forms.Textarea(attrs={"rows": 4}),
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


class PatientCreateForm(ModelForm):
    fieldsets = [
        ("Patient", ["name", "born_on", "phone", "insurance"]),
    ]

    class Meta:
        model = Patient
        fields = [
            "name",
            "born_on",
            "phone",
            "insurance",
        ]
        labels = {
            "born_on": "Date of birth",
        }
        widgets = {
            "born_on": DateInput(),
        }


class PatientEditForm(ModelForm):
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
        "account": Reference(["name"]),
        "ward": Reference(["name"], add="ward_create"),
        "mentor": Reference(["name"], add="doctor_create"),
    }

    class Meta:
        model = Doctor
        fields = [
            "name",
            "licence",
            "account",
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


class InvoiceCreateForm(ModelForm):
    fieldsets = [
        ("Invoice", ["appointment", "issued_on", "due_on", "insured"]),
    ]
    references = {
        "appointment": Reference(["patient__name"], add="appointment_create"),
    }
    inlines = {
        "lines": Inline(LineForm, "What for", is_open_by_row=True),
    }

    class Meta:
        model = Invoice
        fields = [
            "appointment",
            "issued_on",
            "due_on",
            "insured",
        ]
        widgets = {
            "issued_on": DateInput(),
            "due_on": DateInput(),
            "insured": forms.NumberInput(attrs={"min": 0, "max": 100}),
        }


class InvoiceEditForm(ModelForm):
    fieldsets = [
        ("Invoice", ["state", "due_on", "paid_on", "insured"]),
    ]
    inlines = {
        "lines": Inline(LineForm, "What for", is_open_by_row=True),
    }

    class Meta:
        model = Invoice
        fields = [
            "state",
            "due_on",
            "paid_on",
            "insured",
        ]
        widgets = {
            "due_on": DateInput(),
            "paid_on": DateInput(),
            "insured": forms.NumberInput(attrs={"min": 0, "max": 100}),
        }
