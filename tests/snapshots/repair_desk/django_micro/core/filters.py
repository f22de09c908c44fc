from pages.filters import FilterSet

from .models import Invoice, Note, Repair, User


class UserFilterSet(FilterSet):
    class Meta:
        model = User
        fields = {
            "role": ["exact"],
            "house": ["exact"],
            "since": ["range", "isnull"],
        }
        search = {
            "house": ["street"],
        }


class RepairFilterSet(FilterSet):
    class Meta:
        model = Repair
        fields = {
            "status": ["exact"],
            "urgency": ["exact"],
            "caretaker": ["exact"],
        }
        search = {
            "caretaker": ["name"],
        }


class NoteFilterSet(FilterSet):
    class Meta:
        model = Note
        fields = {
            "repair": ["exact"],
            "author": ["exact"],
            "written_at": ["range"],
            "is_public": ["exact"],
        }
        search = {
            "repair": ["title", "details"],
            "author": ["name"],
        }


class InvoiceFilterSet(FilterSet):
    class Meta:
        model = Invoice
        fields = {
            "repair": ["exact"],
            "sent_on": ["range"],
            "paid_on": ["range", "isnull"],
        }
        search = {
            "repair": ["title", "details"],
        }
