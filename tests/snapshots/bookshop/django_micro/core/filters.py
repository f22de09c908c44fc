from pages.filters import FilterSet

from .models import Book, Delivery, Order, OrderLine


class OrderFilterSet(FilterSet):
    class Meta:
        model = Order
        fields = {
            "customer": ["exact"],
            "placed_at": ["range"],
            "paid": ["exact"],
        }
        search = {
            "customer": ["name"],
        }


class OrderLineFilterSet(FilterSet):
    class Meta:
        model = OrderLine
        fields = {
            "order": ["exact"],
            "book": ["exact"],
        }
        search = {
            "order": ["payment", "pk", "customer__name"],
            "book": ["title"],
        }


class DeliveryFilterSet(FilterSet):
    class Meta:
        model = Delivery
        fields = {
            "order": ["exact"],
            "state": ["exact"],
        }
        search = {
            "order": ["payment", "pk", "customer__name"],
        }


class BookFilterSet(FilterSet):
    class Meta:
        model = Book
        fields = {
            "publisher": ["exact"],
            "binding": ["exact"],
            "published": ["range", "isnull"],
        }
        search = {
            "publisher": ["name"],
        }
