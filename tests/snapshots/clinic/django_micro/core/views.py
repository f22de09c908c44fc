from django.urls import reverse_lazy

from pages import generic
from pages.generic import by_role, history, state_changes

from . import filters, forms, policies
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


class HomeView(by_role.HomeMixin, generic.HomeView):
    lists = [
        generic.Listing("doctor_list", "Doctors", Doctor),
        generic.Listing("ward_list", "Wards", Ward),
        generic.Listing("department_list", "Departments", Department),
        generic.Listing("patient_list", "Patients", Patient, moment="registered_at"),
        generic.Listing(
            "appointment_list",
            "Appointments",
            Appointment,
            chart="state",
            moment="booked_at",
        ),
        generic.Listing("finding_list", "Findings", Finding, moment="written_at"),
        generic.Listing("card_list", "Patient cards", Card),
        generic.Listing("user_list", "Staff", User, chart="role"),
        generic.Listing("invoice_list", "Invoices", Invoice, chart="state"),
        generic.Listing("line_list", "Invoice lines", Line),
    ]
    page_policies = {
        "appointment_list": policies.appointment_list_policy,
    }


class InvoiceListView(by_role.ListMixin, generic.ListView):
    model = Invoice
    computed = ["patient", "total", "to_pay", "overdue"]
    columns = {
        "number": "Number",
        "patient": "Patient",
        "state": "State",
        "issued_on": "Issued on",
        "due_on": "Due on",
        "total": "Total",
        "to_pay": "To pay",
        "overdue": "Overdue",
    }
    template_name = "core/invoice_list.html"
    url_name = "invoice_list"
    filterset_class = filters.InvoiceFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.InvoiceEditForm
    edit_fields = ["state"]
    sort_by = ["state", "due_on"]
    add_form = forms.InvoiceCreateForm
    add_fields = ["appointment"]


class InvoiceDetailView(
    history.HistoryMixin,
    state_changes.StatefulMixin,
    generic.DetailView,
):
    model = Invoice
    queryset = Invoice.objects.select_related("appointment__patient")
    computed = ["patient", "total", "by_insurance", "to_pay"]
    columns = {
        "number": "Number",
        "appointment": "Appointment",
        "patient": "Patient",
        "state": "State",
        "issued_on": "Issued on",
        "due_on": "Due on",
        "paid_on": "Paid on",
        "total": "Total",
        "insured": "Paid by the insurance (%)",
        "by_insurance": "By insurance",
        "to_pay": "To pay",
    }
    template_name = "core/invoice_detail.html"
    related = [
        generic.Related(
            "lines",
            "What for",
            index="line_list",
            add="line_create",
            is_open_by_row=True,
            columns={
                "what": "For",
                "quantity": "Quantity",
                "price": "Price",
                "amount": "Amount",
            },
            link="what",
            computed=["amount"],
            sums={"amount": "total"},
        ),
    ]
    transition_page = "invoice_transition"


class InvoiceCreateView(generic.CreateView):
    model = Invoice
    form_class = forms.InvoiceCreateForm
    template_name = "core/invoice_create.html"


class InvoiceUpdateView(generic.UpdateView):
    model = Invoice
    computed = ["to_pay"]
    form_class = forms.InvoiceEditForm
    template_name = "core/invoice_update.html"


class LineListView(generic.ListView):
    model = Line
    queryset = Line.objects.select_related("invoice")
    computed = ["amount"]
    columns = {
        "what": "For",
        "quantity": "Quantity",
        "price": "Price",
        "amount": "Amount",
        "invoice": "Invoice",
    }
    template_name = "core/line_list.html"
    url_name = "line_list"
    search_fields = Line.search_fields
    filterset_class = filters.LineFilterSet
    bulk_actions = ["delete"]
    paths = {
        "invoice": "invoice__number",
    }
    add_form = forms.LineForm
    add_fields = ["invoice", "what", "price"]


class LineDetailView(generic.DetailView):
    model = Line
    queryset = Line.objects.select_related("invoice")
    template_name = "core/line_detail.html"


class LineCreateView(generic.CreateView):
    model = Line
    form_class = forms.LineForm
    template_name = "core/line_create.html"


class LineUpdateView(generic.UpdateView):
    model = Line
    form_class = forms.LineForm
    template_name = "core/line_update.html"


class AppointmentListView(by_role.ListMixin, generic.ListView):
    model = Appointment
    queryset = Appointment.objects.select_related("doctor", "patient")
    page_policy = policies.appointment_list_policy
    columns = {
        "day": "Day",
        "starts_at": "Time",
        "patient": "Patient",
        "doctor": "Doctor",
        "room": "Room",
        "state": "State",
    }
    template_name = "core/appointment_list.html"
    url_name = "appointment_list"
    search_fields = Appointment.search_fields
    filterset_class = filters.AppointmentFilterSet
    filter_fields = ["day", "state", "doctor"]
    bulk_actions = ["delete"]
    sort_by = ["-day", "starts_at"]
    paths = {
        "patient": "patient__name",
        "doctor": "doctor__name",
    }
    add_form = forms.AppointmentCreateForm
    add_fields = ["patient", "doctor", "reason"]


class WaitingRoomView(by_role.ListMixin, generic.ListView):
    model = Appointment
    queryset = Appointment.objects.select_related("patient")
    page_policy = policies.waiting_room_policy
    title = "Waiting room"
    columns = {
        "starts_at": "Time",
        "room": "Room",
        "state": "State",
    }
    template_name = "core/waiting_room.html"
    url_name = "waiting_room"
    search_fields = Appointment.search_fields
    filterset_class = filters.AppointmentFilterSet
    filter_fields = ["patient", "doctor", "referred_by", "day", "state", "booked_at"]
    bulk_actions = ["delete"]
    add_form = forms.AppointmentCreateForm
    add_fields = ["patient", "doctor", "reason"]


class AppointmentDetailView(
    by_role.DetailMixin,
    history.HistoryMixin,
    state_changes.StatefulMixin,
    generic.DetailView,
):
    model = Appointment
    queryset = Appointment.objects.select_related("doctor", "patient", "referred_by")
    page_policy = policies.appointment_detail_policy
    columns = {
        "patient": "Patient",
        "doctor": "Doctor",
        "referred_by": "Referred by",
        "day": "Day",
        "starts_at": "Time",
        "room": "Room",
        "state": "State",
        "reason": "Reason",
    }
    template_name = "core/appointment_detail.html"
    related = [
        generic.Related(
            "findings",
            "Findings",
            select=["appointment__patient", "author"],
            index="finding_list",
            add="finding_create",
            is_open_by_row=True,
            columns={"written_at": "Written at", "author": "Author", "text": "Text"},
            link="written_at",
            sort_by=["-written_at"],
        ),
        generic.Related(
            "invoices",
            "Invoices",
            add="invoice_create",
            is_open_by_row=True,
            columns={
                "number": "Number",
                "patient": "Patient",
                "state": "State",
                "issued_on": "Issued on",
                "due_on": "Due on",
                "total": "Total",
                "to_pay": "To pay",
                "overdue": "Overdue",
            },
            link="number",
            computed=["patient", "total", "to_pay", "overdue"],
            sort_by=["state", "due_on"],
        ),
    ]
    transition_page = "appointment_transition"


class AppointmentCreateView(generic.CreateView):
    model = Appointment
    form_class = forms.AppointmentCreateForm
    template_name = "core/appointment_create.html"
    submit_title = "Book it"
    success_url = reverse_lazy("appointment_list")


class WalkInView(generic.CreateView):
    model = Appointment
    form_class = forms.WalkInForm
    template_name = "core/walk_in.html"
    submit_title = "Take a seat"
    success_url = reverse_lazy("waiting_room")


class AppointmentUpdateView(generic.UpdateView):
    model = Appointment
    form_class = forms.AppointmentEditForm
    template_name = "core/appointment_update.html"


class CheckInView(generic.UpdateView):
    model = Appointment
    form_class = forms.CheckInForm
    template_name = "core/check_in.html"
    submit_title = "Check in"
    success_url = reverse_lazy("waiting_room")


class FindingListView(by_role.ListMixin, generic.ListView):
    model = Finding
    queryset = Finding.objects.select_related("appointment__patient", "author")
    columns = {
        "written_at": "Written at",
        "author": "Author",
        "text": "Text",
        "appointment": "Appointment",
    }
    template_name = "core/finding_list.html"
    url_name = "finding_list"
    search_fields = Finding.search_fields
    filterset_class = filters.FindingFilterSet
    bulk_actions = ["delete"]
    sort_by = ["-written_at"]
    paths = {
        "author": "author__name",
        "appointment": "appointment__patient__name",
    }


class FindingDetailView(history.HistoryMixin, generic.DetailView):
    model = Finding
    queryset = Finding.objects.select_related("appointment__patient", "author")
    columns = {
        "appointment": "Appointment",
        "author": "Written by",
        "written_at": "Written",
        "text": "Finding",
    }
    template_name = "core/finding_detail.html"


class FindingCreateView(generic.CreateView):
    model = Finding
    form_class = forms.FindingCreateForm
    account_fields = ["author"]
    template_name = "core/finding_create.html"


class FindingUpdateView(generic.UpdateView):
    model = Finding
    form_class = forms.FindingEditForm
    template_name = "core/finding_update.html"


class CallBackView(generic.CreateView):
    model = Patient
    form_class = forms.CallBackForm
    template_name = "core/call_back.html"
    submit_title = "Call me back"
    success_url = reverse_lazy("front_desk")


class FrontDeskView(generic.PageView):
    template_name = "core/front_desk.html"


class TodayView(generic.PageView):
    template_name = "core/today.html"


class PatientListView(generic.ListView):
    model = Patient
    columns = {
        "name": "Name",
        "registered_at": "Registered at",
    }
    template_name = "core/patient_list.html"
    url_name = "patient_list"
    search_fields = Patient.search_fields
    filterset_class = filters.PatientFilterSet
    bulk_actions = ["delete"]
    sort_by = ["name"]


class PatientDetailView(by_role.DetailMixin, history.HistoryMixin, generic.DetailView):
    model = Patient
    page_policy = policies.patient_detail_policy
    edit_policy = policies.patient_update_policy
    columns = {
        "name": "Name",
        "born_on": "Born on",
        "phone": "Phone",
        "insurance": "Insurance",
        "allergies": "Allergies",
        "registered_at": "Registered at",
    }
    masked = ["born_on", "phone", "insurance", "allergies"]
    template_name = "core/patient_detail.html"
    related = [
        generic.Related(
            "appointments",
            "Appointments",
            select=["doctor", "patient"],
            add="appointment_create",
            columns={
                "day": "Day",
                "starts_at": "Time",
                "doctor": "Doctor",
                "room": "Room",
                "state": "State",
            },
            link="day",
            sort_by=["-day", "starts_at"],
        ),
        generic.Related("card", "Patient card", index="card_list", add="card_create"),
    ]


class PatientCreateView(generic.CreateView):
    model = Patient
    form_class = forms.PatientCreateForm
    template_name = "core/patient_create.html"


class PatientUpdateView(by_role.FormMixin, generic.UpdateView):
    model = Patient
    page_policy = policies.patient_update_policy
    form_class = forms.PatientEditForm
    template_name = "core/patient_update.html"


class DoctorListView(generic.ListView):
    model = Doctor
    queryset = Doctor.objects.select_related("account", "mentor", "ward")
    columns = {
        "name": "Name",
        "licence": "Licence",
        "account": "Signs in as",
        "email": "Email",
        "ward": "Ward",
        "mentor": "Mentor",
    }
    template_name = "core/doctor_list.html"
    url_name = "doctor_list"
    search_fields = Doctor.search_fields
    filterset_class = filters.DoctorFilterSet
    bulk_actions = ["delete"]
    paths = {
        "account": "account__name",
        "ward": "ward__name",
        "mentor": "mentor__name",
    }
    add_form = forms.DoctorForm
    add_fields = ["name", "licence"]


class DoctorDetailView(by_role.DetailMixin, generic.DetailView):
    model = Doctor
    queryset = Doctor.objects.select_related("account", "mentor", "ward")
    template_name = "core/doctor_detail.html"
    related = [
        generic.Related(
            "mentor_doctors",
            "Doctors (mentor)",
            select=["account", "ward"],
            index="doctor_list",
            add="doctor_create",
            columns={
                "name": "Name",
                "licence": "Licence",
                "account": "Signs in as",
                "email": "Email",
                "ward": "Ward",
            },
            link="name",
        ),
        generic.Related(
            "departments",
            "Departments",
            index="department_list",
            add="department_create",
        ),
        generic.Related(
            "doctor_appointments",
            "Appointments (doctor)",
            select=["patient"],
            index="appointment_list",
            add="appointment_create",
            columns={
                "day": "Day",
                "starts_at": "Time",
                "patient": "Patient",
                "room": "Room",
                "state": "State",
            },
            link="patient",
            sort_by=["-day", "starts_at"],
        ),
        generic.Related(
            "referred_by_appointments",
            "Appointments (referred by)",
            select=["doctor", "patient"],
            add="appointment_create",
            columns={
                "day": "Day",
                "starts_at": "Time",
                "patient": "Patient",
                "doctor": "Doctor",
                "room": "Room",
                "state": "State",
            },
            link="patient",
            sort_by=["-day", "starts_at"],
        ),
    ]


class DoctorCreateView(generic.CreateView):
    model = Doctor
    form_class = forms.DoctorForm
    template_name = "core/doctor_create.html"


class DoctorUpdateView(generic.UpdateView):
    model = Doctor
    form_class = forms.DoctorForm
    template_name = "core/doctor_update.html"


class WardListView(generic.ListView):
    model = Ward
    queryset = Ward.objects.select_related("department")
    columns = {
        "name": "Name",
        "department": "Department",
        "beds": "Beds",
    }
    template_name = "core/ward_list.html"
    url_name = "ward_list"
    search_fields = Ward.search_fields
    filterset_class = filters.WardFilterSet
    bulk_actions = ["delete"]
    paths = {
        "department": "department__name",
    }
    add_form = forms.WardForm
    add_fields = ["name", "department"]


class WardDetailView(generic.DetailView):
    model = Ward
    queryset = Ward.objects.select_related("department")
    template_name = "core/ward_detail.html"
    related = [
        generic.Related(
            "doctors",
            "Doctors",
            select=["account", "mentor"],
            index="doctor_list",
            add="doctor_create",
            columns={
                "name": "Name",
                "licence": "Licence",
                "account": "Signs in as",
                "email": "Email",
                "mentor": "Mentor",
            },
            link="name",
        ),
    ]


class WardCreateView(generic.CreateView):
    model = Ward
    form_class = forms.WardForm
    template_name = "core/ward_create.html"


class DepartmentListView(generic.ListView):
    model = Department
    queryset = Department.objects.select_related("head")
    columns = {
        "name": "Name",
        "head": "Head",
    }
    template_name = "core/department_list.html"
    url_name = "department_list"
    search_fields = Department.search_fields
    filterset_class = filters.DepartmentFilterSet
    bulk_actions = ["delete"]
    paths = {
        "head": "head__name",
    }
    add_form = forms.DepartmentForm
    add_fields = ["name"]


class DepartmentDetailView(generic.DetailView):
    model = Department
    queryset = Department.objects.select_related("head")
    template_name = "core/department_detail.html"
    related = [
        generic.Related(
            "wards",
            "Wards",
            index="ward_list",
            add="ward_create",
            columns={"name": "Name", "beds": "Beds"},
            link="name",
        ),
    ]


class DepartmentCreateView(generic.CreateView):
    model = Department
    form_class = forms.DepartmentForm
    template_name = "core/department_create.html"


class DepartmentUpdateView(generic.UpdateView):
    model = Department
    form_class = forms.DepartmentForm
    template_name = "core/department_update.html"


class CardListView(by_role.ListMixin, generic.ListView):
    model = Card
    queryset = Card.objects.select_related("patient")
    columns = {
        "patient": "Patient",
        "number": "Number",
    }
    template_name = "core/card_list.html"
    url_name = "card_list"
    search_fields = Card.search_fields
    filterset_class = filters.CardFilterSet
    bulk_actions = ["delete"]
    paths = {
        "patient": "patient__name",
    }
    add_form = forms.CardForm
    add_fields = ["patient", "number"]


class CardCreateView(generic.CreateView):
    model = Card
    form_class = forms.CardForm
    template_name = "core/card_create.html"
    success_url = reverse_lazy("card_list")


class UserListView(generic.ListView):
    model = User
    columns = {
        "name": "Name",
        "role": "Role",
    }
    template_name = "core/user_list.html"
    url_name = "user_list"
    search_fields = User.search_fields
    filterset_class = filters.UserFilterSet
    bulk_actions = ["delete"]
    sort_by = ["role", "name"]


class DoctorDeleteView(generic.DeleteView):
    model = Doctor
    success_url = reverse_lazy("doctor_list")


class WardDeleteView(generic.DeleteView):
    model = Ward
    success_url = reverse_lazy("ward_list")


class DepartmentDeleteView(generic.DeleteView):
    model = Department
    success_url = reverse_lazy("department_list")


class PatientDeleteView(by_role.PolicyMixin, generic.DeleteView):
    model = Patient
    success_url = reverse_lazy("patient_list")
    page_policy = policies.patient_detail_policy


class AppointmentDeleteView(by_role.PolicyMixin, generic.DeleteView):
    model = Appointment
    success_url = reverse_lazy("appointment_list")
    page_policy = policies.appointment_detail_policy


class FindingDeleteView(generic.DeleteView):
    model = Finding
    success_url = reverse_lazy("finding_list")


class CardDeleteView(generic.DeleteView):
    model = Card
    success_url = reverse_lazy("card_list")


class UserDeleteView(generic.DeleteView):
    model = User
    success_url = reverse_lazy("user_list")


class InvoiceDeleteView(generic.DeleteView):
    model = Invoice
    success_url = reverse_lazy("invoice_list")


class LineDeleteView(generic.DeleteView):
    model = Line
    success_url = reverse_lazy("line_list")


class InvoiceTransitionView(state_changes.TransitionView):
    model = Invoice


class AppointmentTransitionView(by_role.PolicyMixin, state_changes.TransitionView):
    model = Appointment
    page_policy = policies.appointment_detail_policy
