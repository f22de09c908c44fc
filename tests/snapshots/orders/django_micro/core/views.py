from django.urls import reverse_lazy

from pages import generic, pdf

from . import filters, forms
from .models import Customer, Line, Order, Product


class HomeView(generic.HomeView):
    lists = [
        generic.Listing("customer_list", "Customers", Customer),
        generic.Listing("product_list", "Products", Product),
        generic.Listing("order_list", "Orders", Order, chart="status"),
        generic.Listing("line_list", "Order lines", Line),
    ]


class OrderListView(pdf.PDFListMixin, generic.ListView):
    model = Order
    queryset = Order.objects.select_related("customer")
    computed = ["late", "to_pick", "total"]
    columns = {
        "number": "Number",
        "customer": "Customer",
        "status": "Status",
        "placed_on": "Placed",
        "ship_by": "Ship by",
        "late": "Late",
        "to_pick": "Lines to pick",
        "total": "Total",
    }
    template_name = "core/order_list.html"
    url_name = "order_list"
    search_fields = Order.search_fields
    filterset_class = filters.OrderFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.OrderEditForm
    edit_fields = ["status"]
    sort_by = ["-placed_on", "-number"]
    paths = {
        "customer": "customer__name",
    }
    add_form = forms.OrderCreateForm
    add_fields = ["number", "customer"]
    empty_text = "No orders yet."


class OrderDetailView(pdf.PDFDetailMixin, generic.DetailView):
    model = Order
    queryset = Order.objects.select_related("customer")
    computed = [
        "days_left",
        "late",
        "to_pick",
        "pieces",
        "subtotal",
        "saved",
        "total",
        "free_postage",
        "average_line",
        "dearest",
    ]
    columns = {
        "customer": "Customer",
        "status": "Status",
        "placed_on": "Placed",
        "ship_by": "Ship by",
        "days_left": "Days left",
        "late": "Late",
        "to_pick": "Lines to pick",
        "sent_on": "Sent",
        "note": "Note",
        "pieces": "Pieces",
        "subtotal": "Subtotal",
        "discount": "Discount (%)",
        "saved": "Saved",
        "total": "Total",
        "free_postage": "Postage free",
        "average_line": "Average line",
        "dearest": "Dearest piece",
    }
    template_name = "core/order_detail.html"
    related = [
        generic.Related(
            "lines",
            "Order lines",
            select=["product"],
            index="line_list",
            add="line_create",
            columns={
                "product": "Product",
                "quantity": "Quantity",
                "price": "Price each",
                "amount": "Amount",
                "picked": "Picked",
            },
            link="product",
            computed=["amount"],
            sums={"quantity": "pieces", "amount": "subtotal"},
            sort_by=["product"],
            paths={"product": "product__name"},
        ),
    ]


class OrderCreateView(generic.CreateView):
    model = Order
    form_class = forms.OrderCreateForm
    template_name = "core/order_create.html"


class OrderUpdateView(generic.UpdateView):
    model = Order
    computed = ["total"]
    form_class = forms.OrderEditForm
    template_name = "core/order_update.html"


class LineListView(pdf.PDFListMixin, generic.ListView):
    model = Line
    queryset = Line.objects.select_related("order", "product")
    computed = ["amount"]
    columns = {
        "order": "Order",
        "product": "Product",
        "quantity": "Quantity",
        "price": "Price each",
        "amount": "Amount",
        "picked": "Picked",
    }
    template_name = "core/line_list.html"
    url_name = "line_list"
    filterset_class = filters.LineFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.LineForm
    edit_fields = ["picked"]
    sort_by = ["-order", "product"]
    paths = {
        "order": "order__number",
        "product": "product__name",
    }
    add_form = forms.LineForm
    add_fields = ["order", "product", "price"]


class LineCreateView(generic.CreateView):
    model = Line
    form_class = forms.LineForm
    template_name = "core/line_create.html"


class LineUpdateView(generic.UpdateView):
    model = Line
    form_class = forms.LineForm
    template_name = "core/line_update.html"


class ProductListView(pdf.PDFListMixin, generic.ListView):
    model = Product
    computed = ["sold", "stock", "running_low", "takings"]
    columns = {
        "sku": "SKU",
        "name": "Name",
        "price": "List price",
        "sold": "Pieces sold",
        "stock": "In stock",
        "running_low": "Running low",
        "takings": "Takings",
    }
    template_name = "core/product_list.html"
    url_name = "product_list"
    search_fields = Product.search_fields
    filterset_class = filters.ProductFilterSet
    bulk_actions = ["delete"]
    add_form = forms.ProductForm
    add_fields = ["sku", "name", "price"]


class ProductDetailView(pdf.PDFDetailMixin, generic.DetailView):
    model = Product
    computed = ["sold", "stock", "running_low", "takings", "lowest_price"]
    columns = {
        "sku": "SKU",
        "name": "Name",
        "price": "List price",
        "received": "Pieces received",
        "reorder_at": "Reorder at",
        "sold": "Pieces sold",
        "stock": "In stock",
        "running_low": "Running low",
        "takings": "Takings",
        "lowest_price": "Lowest price paid",
    }
    template_name = "core/product_detail.html"
    related = [
        generic.Related(
            "lines",
            "Order lines",
            select=["order", "product"],
            index="line_list",
            add="line_create",
            columns={
                "order": "Order",
                "quantity": "Quantity",
                "price": "Price each",
                "amount": "Amount",
                "picked": "Picked",
            },
            link="quantity",
            computed=["amount"],
            sort_by=["-order"],
            paths={"order": "order__number"},
        ),
    ]


class ProductCreateView(generic.CreateView):
    model = Product
    form_class = forms.ProductForm
    template_name = "core/product_create.html"


class ProductUpdateView(generic.UpdateView):
    model = Product
    form_class = forms.ProductForm
    template_name = "core/product_update.html"


class CustomerListView(pdf.PDFListMixin, generic.ListView):
    model = Customer
    computed = ["placed", "spent", "average_order", "last_order", "regular"]
    columns = {
        "name": "Name",
        "town": "Town",
        "placed": "Orders placed",
        "spent": "Spent",
        "average_order": "Average order",
        "last_order": "Last order",
        "regular": "Regular customer",
    }
    template_name = "core/customer_list.html"
    url_name = "customer_list"
    search_fields = Customer.search_fields
    filterset_class = filters.CustomerFilterSet
    bulk_actions = ["delete"]
    sort_by = ["-spent"]
    add_form = forms.CustomerForm
    add_fields = ["name", "email"]


class CustomerDetailView(pdf.PDFDetailMixin, generic.DetailView):
    model = Customer
    computed = ["regular", "placed", "pieces", "spent", "average_order", "last_order"]
    columns = {
        "name": "Name",
        "email": "Email",
        "town": "Town",
        "regular": "Regular customer",
        "placed": "Orders placed",
        "pieces": "Pieces ordered",
        "spent": "Spent",
        "average_order": "Average order",
        "last_order": "Last order",
    }
    template_name = "core/customer_detail.html"
    related = [
        generic.Related(
            "orders",
            "Orders",
            index="order_list",
            add="order_create",
            columns={
                "number": "Number",
                "status": "Status",
                "placed_on": "Placed",
                "ship_by": "Ship by",
                "late": "Late",
                "to_pick": "Lines to pick",
                "total": "Total",
            },
            link="number",
            computed=["late", "to_pick", "total"],
            sort_by=["-placed_on", "-number"],
        ),
    ]


class CustomerCreateView(generic.CreateView):
    model = Customer
    form_class = forms.CustomerForm
    template_name = "core/customer_create.html"


class CustomerUpdateView(generic.UpdateView):
    model = Customer
    form_class = forms.CustomerForm
    template_name = "core/customer_update.html"


class CustomerDeleteView(generic.DeleteView):
    model = Customer
    success_url = reverse_lazy("customer_list")


class ProductDeleteView(generic.DeleteView):
    model = Product
    success_url = reverse_lazy("product_list")


class OrderDeleteView(generic.DeleteView):
    model = Order
    success_url = reverse_lazy("order_list")


class LineDeleteView(generic.DeleteView):
    model = Line
    success_url = reverse_lazy("line_list")
