from django.urls import path

from pages import generic

from . import views

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("appointments/", views.AppointmentListView.as_view(), name="appointment_list"),
    path(
        "appointments/add/",
        generic.QuickAddView.as_view(list_view=views.AppointmentListView),
        name="appointment_list_add",
    ),
    path(
        "appointments/delete/",
        generic.BulkDeleteView.as_view(list_view=views.AppointmentListView),
        name="appointment_list_delete",
    ),
    path(
        "appointments/list/waiting-room/",
        views.WaitingRoomView.as_view(),
        name="waiting_room",
    ),
    path(
        "appointments/list/waiting-room/add/",
        generic.QuickAddView.as_view(list_view=views.WaitingRoomView),
        name="waiting_room_add",
    ),
    path(
        "appointments/list/waiting-room/delete/",
        generic.BulkDeleteView.as_view(list_view=views.WaitingRoomView),
        name="waiting_room_delete",
    ),
    path(
        "appointments/new/",
        views.AppointmentCreateView.as_view(),
        name="appointment_create",
    ),
    path("appointments/new/walk-in/", views.WalkInView.as_view(), name="walk_in"),
    path(
        "appointments/<uuid:pk>/",
        views.AppointmentDetailView.as_view(),
        name="appointment_detail",
    ),
    path(
        "appointments/<uuid:pk>/delete/",
        views.AppointmentDeleteView.as_view(),
        name="appointment_delete",
    ),
    path(
        "appointments/<uuid:pk>/edit/",
        views.AppointmentUpdateView.as_view(),
        name="appointment_update",
    ),
    path(
        "appointments/<uuid:pk>/edit/check-in/",
        views.CheckInView.as_view(),
        name="check_in",
    ),
    path(
        "appointments/<uuid:pk>/to/<state>/",
        views.AppointmentTransitionView.as_view(),
        name="appointment_transition",
    ),
    path("cards/", views.CardListView.as_view(), name="card_list"),
    path(
        "cards/add/",
        generic.QuickAddView.as_view(list_view=views.CardListView),
        name="card_list_add",
    ),
    path(
        "cards/delete/",
        generic.BulkDeleteView.as_view(list_view=views.CardListView),
        name="card_list_delete",
    ),
    path("cards/new/", views.CardCreateView.as_view(), name="card_create"),
    path("cards/<uuid:pk>/delete/", views.CardDeleteView.as_view(), name="card_delete"),
    path("departments/", views.DepartmentListView.as_view(), name="department_list"),
    path(
        "departments/add/",
        generic.QuickAddView.as_view(list_view=views.DepartmentListView),
        name="department_list_add",
    ),
    path(
        "departments/delete/",
        generic.BulkDeleteView.as_view(list_view=views.DepartmentListView),
        name="department_list_delete",
    ),
    path(
        "departments/new/",
        views.DepartmentCreateView.as_view(),
        name="department_create",
    ),
    path(
        "departments/<uuid:pk>/",
        views.DepartmentDetailView.as_view(),
        name="department_detail",
    ),
    path(
        "departments/<uuid:pk>/delete/",
        views.DepartmentDeleteView.as_view(),
        name="department_delete",
    ),
    path(
        "departments/<uuid:pk>/edit/",
        views.DepartmentUpdateView.as_view(),
        name="department_update",
    ),
    path("doctors/", views.DoctorListView.as_view(), name="doctor_list"),
    path(
        "doctors/add/",
        generic.QuickAddView.as_view(list_view=views.DoctorListView),
        name="doctor_list_add",
    ),
    path(
        "doctors/delete/",
        generic.BulkDeleteView.as_view(list_view=views.DoctorListView),
        name="doctor_list_delete",
    ),
    path("doctors/new/", views.DoctorCreateView.as_view(), name="doctor_create"),
    path("doctors/<uuid:pk>/", views.DoctorDetailView.as_view(), name="doctor_detail"),
    path(
        "doctors/<uuid:pk>/delete/",
        views.DoctorDeleteView.as_view(),
        name="doctor_delete",
    ),
    path(
        "doctors/<uuid:pk>/edit/",
        views.DoctorUpdateView.as_view(),
        name="doctor_update",
    ),
    path("findings/", views.FindingListView.as_view(), name="finding_list"),
    path(
        "findings/delete/",
        generic.BulkDeleteView.as_view(list_view=views.FindingListView),
        name="finding_list_delete",
    ),
    path("findings/new/", views.FindingCreateView.as_view(), name="finding_create"),
    path(
        "findings/<uuid:pk>/",
        views.FindingDetailView.as_view(),
        name="finding_detail",
    ),
    path(
        "findings/<uuid:pk>/delete/",
        views.FindingDeleteView.as_view(),
        name="finding_delete",
    ),
    path(
        "findings/<uuid:pk>/edit/",
        views.FindingUpdateView.as_view(),
        name="finding_update",
    ),
    path("invoices/", views.InvoiceListView.as_view(), name="invoice_list"),
    path(
        "invoices/add/",
        generic.QuickAddView.as_view(list_view=views.InvoiceListView),
        name="invoice_list_add",
    ),
    path(
        "invoices/change/",
        generic.BulkUpdateView.as_view(list_view=views.InvoiceListView),
        name="invoice_list_change",
    ),
    path(
        "invoices/delete/",
        generic.BulkDeleteView.as_view(list_view=views.InvoiceListView),
        name="invoice_list_delete",
    ),
    path("invoices/new/", views.InvoiceCreateView.as_view(), name="invoice_create"),
    path(
        "invoices/<int:pk>/",
        views.InvoiceDetailView.as_view(),
        name="invoice_detail",
    ),
    path(
        "invoices/<int:pk>/delete/",
        views.InvoiceDeleteView.as_view(),
        name="invoice_delete",
    ),
    path(
        "invoices/<int:pk>/edit/",
        views.InvoiceUpdateView.as_view(),
        name="invoice_update",
    ),
    path(
        "invoices/<int:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.InvoiceListView),
        name="invoice_list_set",
    ),
    path(
        "invoices/<int:pk>/to/<state>/",
        views.InvoiceTransitionView.as_view(),
        name="invoice_transition",
    ),
    path("lines/", views.LineListView.as_view(), name="line_list"),
    path(
        "lines/add/",
        generic.QuickAddView.as_view(list_view=views.LineListView),
        name="line_list_add",
    ),
    path(
        "lines/delete/",
        generic.BulkDeleteView.as_view(list_view=views.LineListView),
        name="line_list_delete",
    ),
    path("lines/new/", views.LineCreateView.as_view(), name="line_create"),
    path("lines/<uuid:pk>/", views.LineDetailView.as_view(), name="line_detail"),
    path("lines/<uuid:pk>/delete/", views.LineDeleteView.as_view(), name="line_delete"),
    path("lines/<uuid:pk>/edit/", views.LineUpdateView.as_view(), name="line_update"),
    path("page/call-back/", views.CallBackView.as_view(), name="call_back"),
    path("page/front-desk/", views.FrontDeskView.as_view(), name="front_desk"),
    path("page/today/", views.TodayView.as_view(), name="today"),
    path("patients/", views.PatientListView.as_view(), name="patient_list"),
    path(
        "patients/delete/",
        generic.BulkDeleteView.as_view(list_view=views.PatientListView),
        name="patient_list_delete",
    ),
    path("patients/new/", views.PatientCreateView.as_view(), name="patient_create"),
    path(
        "patients/<uuid:pk>/",
        views.PatientDetailView.as_view(),
        name="patient_detail",
    ),
    path(
        "patients/<uuid:pk>/delete/",
        views.PatientDeleteView.as_view(),
        name="patient_delete",
    ),
    path(
        "patients/<uuid:pk>/edit/",
        views.PatientUpdateView.as_view(),
        name="patient_update",
    ),
    path("staff/", views.UserListView.as_view(), name="user_list"),
    path(
        "staff/delete/",
        generic.BulkDeleteView.as_view(list_view=views.UserListView),
        name="user_list_delete",
    ),
    path("staff/<uuid:pk>/delete/", views.UserDeleteView.as_view(), name="user_delete"),
    path("wards/", views.WardListView.as_view(), name="ward_list"),
    path(
        "wards/add/",
        generic.QuickAddView.as_view(list_view=views.WardListView),
        name="ward_list_add",
    ),
    path(
        "wards/delete/",
        generic.BulkDeleteView.as_view(list_view=views.WardListView),
        name="ward_list_delete",
    ),
    path("wards/new/", views.WardCreateView.as_view(), name="ward_create"),
    path("wards/<uuid:pk>/", views.WardDetailView.as_view(), name="ward_detail"),
    path("wards/<uuid:pk>/delete/", views.WardDeleteView.as_view(), name="ward_delete"),
]
