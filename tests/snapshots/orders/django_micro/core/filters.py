from pages.filters import FilterSet

from .models import Customer, Line, Order, Product


class CustomerFilterSet(FilterSet):
    class Meta:
        model = Customer
        fields = {}
        computed = {
            "regular": ["exact"],
        }


class ProductFilterSet(FilterSet):
    class Meta:
        model = Product
        fields = {}
        computed = {
            "running_low": ["exact"],
        }


class OrderFilterSet(FilterSet):
    class Meta:
        model = Order
        fields = {
            "status": ["exact"],
            "customer": ["exact"],
            "placed_on": ["range"],
        }
        computed = {
            "late": ["exact"],
        }
        search = {
            "customer": ["name"],
        }


class LineFilterSet(FilterSet):
    class Meta:
        model = Line
        fields = {
            "order": ["exact"],
            "product": ["exact"],
            "picked": ["exact"],
        }
        search = {
            "order": ["number"],
            "product": ["name"],
        }
