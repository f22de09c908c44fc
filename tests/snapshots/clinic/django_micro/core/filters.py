from pages.filters import FilterSet

from .models import Appointment, Card, Department, Doctor, Patient, Ward


class DoctorFilterSet(FilterSet):
    class Meta:
        model = Doctor
        fields = {
            "ward": ["exact"],
            "mentor": ["exact"],
        }
        search = {
            "ward": ["name"],
            "mentor": ["name"],
        }


class WardFilterSet(FilterSet):
    class Meta:
        model = Ward
        fields = {
            "department": ["exact"],
        }
        search = {
            "department": ["name"],
        }


class DepartmentFilterSet(FilterSet):
    class Meta:
        model = Department
        fields = {
            "head": ["exact"],
        }
        search = {
            "head": ["name"],
        }


class PatientFilterSet(FilterSet):
    class Meta:
        model = Patient
        fields = {
            "registered_at": ["range"],
        }


class AppointmentFilterSet(FilterSet):
    class Meta:
        model = Appointment
        fields = {
            "patient": ["exact"],
            "doctor": ["exact"],
            "referred_by": ["exact"],
            "day": ["range"],
            "state": ["exact"],
            "booked_at": ["range"],
        }
        search = {
            "patient": ["name"],
            "doctor": ["name"],
            "referred_by": ["name"],
        }


class CardFilterSet(FilterSet):
    class Meta:
        model = Card
        fields = {
            "patient": ["exact"],
        }
        search = {
            "patient": ["name"],
        }
