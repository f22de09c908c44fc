from django.urls import reverse_lazy

from pages import generic

from . import filters, forms
from .models import Book, Customer, Delivery, Order, OrderLine, Publisher, StockCount


class HomeView(generic.HomeView):
    lists = [
        generic.Listing("customer_list", "Customers", Customer),
        generic.Listing("order_list", "Orders", Order, moment="placed_at"),
        generic.Listing("order_line_list", "Order lines", OrderLine),
        generic.Listing("delivery_list", "Deliveries", Delivery, chart="state"),
        generic.Listing("publisher_list", "Publishers", Publisher),
        generic.Listing("book_list", "Books", Book, chart="binding"),
    ]


class StocktakingView(generic.CreateView):
    model = StockCount
    form_class = forms.StockCountForm
    template_name = "core/stocktaking.html"
    submit_title = "Finished"
    success_url = reverse_lazy("book_list")


class OrderListView(generic.ListView):
    model = Order
    queryset = Order.objects.select_related("customer")
    columns = {
        "customer": "Customer",
        "placed_at": "Placed at",
        "paid": "Paid",
        "payment": "Payment",
    }
    template_name = "core/order_list.html"
    url_name = "order_list"
    search_fields = Order.search_fields
    filterset_class = filters.OrderFilterSet
    bulk_actions = ["delete"]
    paths = {
        "customer": "customer__name",
    }
    add_form = forms.OrderForm
    add_fields = ["customer"]


class OrderDetailView(generic.DetailView):
    model = Order
    queryset = Order.objects.select_related("customer")
    template_name = "core/order_detail.html"
    related = [
        generic.Related(
            "order_lines",
            "Order lines",
            select=["book"],
            index="order_line_list",
            add="order_line_create",
            columns={"book": "Book", "quantity": "Quantity"},
            link="quantity",
        ),
        generic.Related(
            "deliveries",
            "Deliveries",
            index="delivery_list",
            columns={
                "tracking_number": "Tracking number",
                "state": "State",
                "updated_at": "Updated at",
            },
            link="tracking_number",
        ),
    ]


class OrderCreateView(generic.CreateView):
    model = Order
    form_class = forms.OrderForm
    template_name = "core/order_create.html"


class OrderLineListView(generic.ListView):
    model = OrderLine
    queryset = OrderLine.objects.select_related("book", "order")
    columns = {
        "order": "Order",
        "book": "Book",
        "quantity": "Quantity",
    }
    template_name = "core/order_line_list.html"
    url_name = "order_line_list"
    filterset_class = filters.OrderLineFilterSet
    bulk_actions = ["delete"]
    paths = {
        "order": "order__payment",
        "book": "book__title",
    }
    add_form = forms.OrderLineForm
    add_fields = ["order", "book"]


class OrderLineCreateView(generic.CreateView):
    model = OrderLine
    form_class = forms.OrderLineForm
    template_name = "core/order_line_create.html"
    success_url = reverse_lazy("order_line_list")


class CustomerListView(generic.ListView):
    model = Customer
    columns = {
        "name": "Name",
        "email": "Email",
        "address": "Address",
        "loyalty_number": "Loyalty number",
    }
    masked = ["address"]
    template_name = "core/customer_list.html"
    url_name = "customer_list"
    search_fields = Customer.search_fields
    bulk_actions = ["delete"]
    add_form = forms.CustomerForm
    add_fields = ["name", "email"]


class CustomerCreateView(generic.CreateView):
    model = Customer
    form_class = forms.CustomerForm
    template_name = "core/customer_create.html"


class CustomerUpdateView(generic.UpdateView):
    model = Customer
    form_class = forms.CustomerForm
    template_name = "core/customer_update.html"


class DeliveryListView(generic.ListView):
    model = Delivery
    queryset = Delivery.objects.select_related("order")
    columns = {
        "tracking_number": "Tracking number",
        "order": "Order",
        "state": "State",
        "updated_at": "Updated at",
    }
    template_name = "core/delivery_list.html"
    url_name = "delivery_list"
    search_fields = Delivery.search_fields
    filterset_class = filters.DeliveryFilterSet
    bulk_actions = ["delete"]
    paths = {
        "order": "order__payment",
    }


class DeliveryDetailView(generic.DetailView):
    model = Delivery
    queryset = Delivery.objects.select_related("order")
    template_name = "core/delivery_detail.html"


class BookListView(generic.ListView):
    model = Book
    queryset = Book.objects.select_related("publisher")
    columns = {
        "title": "Title",
        "publisher": "Publisher",
        "binding": "Binding",
        "price": "Price",
        "copies": "Copies",
    }
    template_name = "core/book_list.html"
    url_name = "book_list"
    search_fields = Book.search_fields
    filterset_class = filters.BookFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.BookEditForm
    edit_fields = ["binding"]
    paths = {
        "publisher": "publisher__name",
    }
    add_form = forms.BookCreateForm
    add_fields = ["isbn", "title", "price"]


class BookDetailView(generic.DetailView):
    model = Book
    queryset = Book.objects.select_related("publisher")
    template_name = "core/book_detail.html"
    related = [
        generic.Related(
            "order_lines",
            "Order lines",
            select=["order"],
            index="order_line_list",
            add="order_line_create",
            columns={"order": "Order", "quantity": "Quantity"},
            link="quantity",
        ),
        generic.Related("stock_counts", "Stock counts"),
    ]


class BookCreateView(generic.CreateView):
    model = Book
    form_class = forms.BookCreateForm
    template_name = "core/book_create.html"


class BookUpdateView(generic.UpdateView):
    model = Book
    form_class = forms.BookEditForm
    template_name = "core/book_update.html"


class PublisherListView(generic.ListView):
    model = Publisher
    columns = {
        "name": "Name",
        "country": "Country",
    }
    template_name = "core/publisher_list.html"
    url_name = "publisher_list"
    search_fields = Publisher.search_fields
    bulk_actions = ["delete"]
    add_form = forms.PublisherForm
    add_fields = ["name"]


class PublisherCreateView(generic.CreateView):
    model = Publisher
    form_class = forms.PublisherForm
    template_name = "core/publisher_create.html"
    success_url = reverse_lazy("publisher_list")


class CustomerDeleteView(generic.DeleteView):
    model = Customer
    success_url = reverse_lazy("customer_list")


class OrderDeleteView(generic.DeleteView):
    model = Order
    success_url = reverse_lazy("order_list")


class OrderLineDeleteView(generic.DeleteView):
    model = OrderLine
    success_url = reverse_lazy("order_line_list")


class DeliveryDeleteView(generic.DeleteView):
    model = Delivery
    success_url = reverse_lazy("delivery_list")


class PublisherDeleteView(generic.DeleteView):
    model = Publisher
    success_url = reverse_lazy("publisher_list")


class BookDeleteView(generic.DeleteView):
    model = Book
    success_url = reverse_lazy("book_list")
