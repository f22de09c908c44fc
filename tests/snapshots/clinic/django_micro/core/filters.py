from pages.filters import FilterSet

from .models import (
    Appointment,
    Card,
    Department,
    Doctor,
    Finding,
    Invoice,
    Line,
    Patient,
    User,
    Ward,
)


class DoctorFilterSet(FilterSet):
    class Meta:
        model = Doctor
        fields = {
            "account": ["exact"],
            "ward": ["exact"],
            "mentor": ["exact"],
        }
        search = {
            "account": ["name"],
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
            "day": ["range"],
            "state": ["exact"],
            "doctor": ["exact"],
            "patient": ["exact"],
            "referred_by": ["exact"],
            "booked_at": ["range"],
        }
        search = {
            "doctor": ["name"],
            "patient": ["name"],
            "referred_by": ["name"],
        }


class FindingFilterSet(FilterSet):
    class Meta:
        model = Finding
        fields = {
            "appointment": ["exact"],
            "author": ["exact"],
            "written_at": ["range"],
        }
        search = {
            "appointment": ["patient__name"],
            "author": ["name"],
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


class UserFilterSet(FilterSet):
    class Meta:
        model = User
        fields = {
            "role": ["exact"],
        }


class InvoiceFilterSet(FilterSet):
    class Meta:
        model = Invoice
        fields = {
            "state": ["exact"],
            "issued_on": ["range"],
        }
        computed = {
            "overdue": ["exact"],
        }


class LineFilterSet(FilterSet):
    class Meta:
        model = Line
        fields = {
            "invoice": ["exact"],
        }
        search = {
            "invoice": ["number"],
        }
