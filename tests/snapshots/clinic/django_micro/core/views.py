from django.urls import reverse_lazy

from pages import generic

from . import filters, forms
from .models import Appointment, Card, Department, Doctor, Patient, Ward


class HomeView(generic.HomeView):
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
        generic.Listing("card_list", "Patient cards", Card),
    ]


class AppointmentListView(generic.ListView):
    model = Appointment
    queryset = Appointment.objects.select_related("doctor", "patient")
    columns = {
        "day": "Day",
        "starts_at": "Time",
        "patient": "Patient",
        "doctor": "Doctor",
        "state": "State",
    }
    template_name = "core/appointment_list.html"
    url_name = "appointment_list"
    search_fields = Appointment.search_fields
    filterset_class = filters.AppointmentFilterSet
    bulk_actions = ["delete"]
    paths = {
        "patient": "patient__name",
        "doctor": "doctor__name",
    }
    add_form = forms.AppointmentCreateForm
    add_fields = ["patient", "doctor", "reason"]


class WaitingRoomView(generic.ListView):
    model = Appointment
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
    bulk_actions = ["delete"]
    add_form = forms.AppointmentCreateForm
    add_fields = ["patient", "doctor", "reason"]


class AppointmentDetailView(generic.DetailView):
    model = Appointment
    queryset = Appointment.objects.select_related("doctor", "patient", "referred_by")
    template_name = "core/appointment_detail.html"


class FindingsSheetView(generic.DetailView):
    model = Appointment
    queryset = Appointment.objects.select_related("patient")
    template_name = "core/findings_sheet.html"


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
        "born_on": "Born",
        "phone": "Phone",
    }
    masked = ["born_on", "phone"]
    template_name = "core/patient_list.html"
    url_name = "patient_list"
    search_fields = Patient.search_fields
    filterset_class = filters.PatientFilterSet
    bulk_actions = ["delete"]


class PatientDetailView(generic.DetailView):
    model = Patient
    template_name = "core/patient_detail.html"
    related = [
        generic.Related(
            "appointments",
            "Appointments",
            select=["doctor"],
            index="appointment_list",
            add="appointment_create",
            columns={
                "day": "Day",
                "starts_at": "Time",
                "doctor": "Doctor",
                "state": "State",
            },
            link="day",
        ),
        generic.Related("card", "Patient card", index="card_list", add="card_create"),
    ]


class PatientCreateView(generic.CreateView):
    model = Patient
    form_class = forms.PatientForm
    template_name = "core/patient_create.html"


class PatientUpdateView(generic.UpdateView):
    model = Patient
    form_class = forms.PatientForm
    template_name = "core/patient_update.html"


class DoctorListView(generic.ListView):
    model = Doctor
    queryset = Doctor.objects.select_related("mentor", "ward")
    columns = {
        "name": "Name",
        "licence": "Licence",
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
        "ward": "ward__name",
        "mentor": "mentor__name",
    }
    add_form = forms.DoctorForm
    add_fields = ["name", "licence"]


class DoctorDetailView(generic.DetailView):
    model = Doctor
    queryset = Doctor.objects.select_related("mentor", "ward")
    template_name = "core/doctor_detail.html"
    related = [
        generic.Related(
            "mentor_doctors",
            "Doctors (mentor)",
            select=["ward"],
            index="doctor_list",
            add="doctor_create",
            columns={
                "name": "Name",
                "licence": "Licence",
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
                "state": "State",
            },
            link="day",
        ),
        generic.Related(
            "referred_by_appointments",
            "Appointments (referred by)",
            select=["doctor", "patient"],
            index="appointment_list",
            add="appointment_create",
            columns={
                "day": "Day",
                "starts_at": "Time",
                "patient": "Patient",
                "doctor": "Doctor",
                "state": "State",
            },
            link="day",
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
            select=["mentor"],
            index="doctor_list",
            add="doctor_create",
            columns={
                "name": "Name",
                "licence": "Licence",
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


class CardListView(generic.ListView):
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


class DoctorDeleteView(generic.DeleteView):
    model = Doctor
    success_url = reverse_lazy("doctor_list")


class WardDeleteView(generic.DeleteView):
    model = Ward
    success_url = reverse_lazy("ward_list")


class DepartmentDeleteView(generic.DeleteView):
    model = Department
    success_url = reverse_lazy("department_list")


class PatientDeleteView(generic.DeleteView):
    model = Patient
    success_url = reverse_lazy("patient_list")


class AppointmentDeleteView(generic.DeleteView):
    model = Appointment
    success_url = reverse_lazy("appointment_list")


class CardDeleteView(generic.DeleteView):
    model = Card
    success_url = reverse_lazy("card_list")
