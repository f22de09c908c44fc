from django.contrib import admin

from pages.accounts.admin import AccountAdmin
from pages.admin import RecordAdmin

from .models import Entry, Person, Project, User


@admin.register(User)
class UserAdmin(AccountAdmin):
    search_fields = ["username", "first_name", "last_name", "email"]


@admin.register(Person)
class PersonAdmin(RecordAdmin):
    list_display = (
        "name",
        "email",
        "display_hours",
        "display_billable_share",
        "display_earned",
        "display_breaks",
        "display_latest_entry",
    )
    computed = (
        "hours",
        "billable_share",
        "earned",
        "breaks",
        "latest_entry",
    )
    search_fields = (
        "name",
        "email",
    )
    readonly_fields = (
        "id",
        "display_hours",
        "display_billable_share",
        "display_earned",
        "display_breaks",
        "display_latest_entry",
    )

    @admin.display(description="Hours", ordering="hours")
    def display_hours(self, row):
        return self.show(row, "hours")

    @admin.display(description="Billable (%)", ordering="billable_share")
    def display_billable_share(self, row):
        return self.show(row, "billable_share")

    @admin.display(description="Earned", ordering="earned")
    def display_earned(self, row):
        return self.show(row, "earned")

    @admin.display(description="Breaks", ordering="breaks")
    def display_breaks(self, row):
        return self.show(row, "breaks")

    @admin.display(description="Latest entry", ordering="latest_entry")
    def display_latest_entry(self, row):
        return self.show(row, "latest_entry")


@admin.register(Project)
class ProjectAdmin(RecordAdmin):
    list_display = (
        "name",
        "status",
        "rate",
        "budget",
        "starts_on",
        "ends_on",
        "display_hours",
        "display_billable_hours",
        "display_billable_share",
        "display_cost",
        "display_left",
        "display_used",
        "display_over_budget",
        "display_days_running",
        "display_overdue",
        "display_entered",
        "display_average_entry",
        "display_longest_entry",
        "display_first_entry",
        "display_latest_entry",
    )
    computed = (
        "hours",
        "billable_hours",
        "billable_share",
        "cost",
        "left",
        "used",
        "over_budget",
        "days_running",
        "overdue",
        "entered",
        "average_entry",
        "longest_entry",
        "first_entry",
        "latest_entry",
    )
    list_filter = (
        "status",
        "starts_on",
        "ends_on",
    )
    search_fields = ("name",)
    readonly_fields = (
        "id",
        "display_hours",
        "display_billable_hours",
        "display_billable_share",
        "display_cost",
        "display_left",
        "display_used",
        "display_over_budget",
        "display_days_running",
        "display_overdue",
        "display_entered",
        "display_average_entry",
        "display_longest_entry",
        "display_first_entry",
        "display_latest_entry",
    )
    date_hierarchy = "starts_on"

    @admin.display(description="Hours", ordering="hours")
    def display_hours(self, row):
        return self.show(row, "hours")

    @admin.display(description="Billable hours", ordering="billable_hours")
    def display_billable_hours(self, row):
        return self.show(row, "billable_hours")

    @admin.display(description="Billable (%)", ordering="billable_share")
    def display_billable_share(self, row):
        return self.show(row, "billable_share")

    @admin.display(description="Cost", ordering="cost")
    def display_cost(self, row):
        return self.show(row, "cost")

    @admin.display(description="Left of the budget", ordering="left")
    def display_left(self, row):
        return self.show(row, "left")

    @admin.display(description="Used (%)", ordering="used")
    def display_used(self, row):
        return self.show(row, "used")

    @admin.display(description="Over budget", ordering="over_budget", boolean=True)
    def display_over_budget(self, row):
        return row.over_budget

    @admin.display(description="Days running", ordering="days_running")
    def display_days_running(self, row):
        return self.show(row, "days_running")

    @admin.display(description="Overdue", ordering="overdue", boolean=True)
    def display_overdue(self, row):
        return row.overdue

    @admin.display(description="Entries", ordering="entered")
    def display_entered(self, row):
        return self.show(row, "entered")

    @admin.display(description="Hours per entry", ordering="average_entry")
    def display_average_entry(self, row):
        return self.show(row, "average_entry")

    @admin.display(description="Longest entry", ordering="longest_entry")
    def display_longest_entry(self, row):
        return self.show(row, "longest_entry")

    @admin.display(description="First entry", ordering="first_entry")
    def display_first_entry(self, row):
        return self.show(row, "first_entry")

    @admin.display(description="Latest entry", ordering="latest_entry")
    def display_latest_entry(self, row):
        return self.show(row, "latest_entry")


@admin.register(Entry)
class EntryAdmin(RecordAdmin):
    list_display = (
        "person",
        "project",
        "note",
        "starts_at",
        "ends_at",
        "hours",
        "billable",
        "display_breaks",
    )
    computed = ("breaks",)
    list_filter = (
        "starts_at",
        "ends_at",
        "billable",
    )
    search_fields = ("note",)
    readonly_fields = (
        "id",
        "display_breaks",
    )
    autocomplete_fields = (
        "person",
        "project",
    )
    list_select_related = (
        "person",
        "project",
    )
    date_hierarchy = "starts_at"

    @admin.display(description="Breaks", ordering="breaks")
    def display_breaks(self, row):
        return self.show(row, "breaks")
