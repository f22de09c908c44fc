from pages.filters import FilterSet

from .models import Account, Form, Group, Model, Permission, Session, Title, Value, View


class GroupFilterSet(FilterSet):
    class Meta:
        model = Group
        fields = {
            "members": ["exact"],
        }
        search = {
            "members": ["name"],
        }


class SessionFilterSet(FilterSet):
    class Meta:
        model = Session
        fields = {
            "user": ["exact"],
            "save_field": ["exact"],
            "delete_field": ["range", "isnull"],
        }
        search = {
            "user": ["name"],
        }


class PermissionFilterSet(FilterSet):
    class Meta:
        model = Permission
        fields = {
            "full_clean_field": ["exact"],
        }


class FormFilterSet(FilterSet):
    class Meta:
        model = Form
        fields = {
            "owner": ["exact"],
        }
        search = {
            "owner": ["name"],
        }


class ViewFilterSet(FilterSet):
    class Meta:
        model = View
        fields = {
            "object": ["exact"],
        }
        search = {
            "object": ["Meta_field", "pk"],
        }


class ModelFilterSet(FilterSet):
    class Meta:
        model = Model
        fields = {
            "None_field": ["exact"],
        }


class AccountFilterSet(FilterSet):
    class Meta:
        model = Account
        fields = {
            "is_active": ["exact"],
            "admin": ["exact"],
        }
        search = {
            "admin": ["login"],
        }


class TitleFilterSet(FilterSet):
    class Meta:
        model = Title
        fields = {
            "other": ["exact"],
            "parent": ["exact"],
            "kind": ["exact"],
            "day": ["range", "isnull"],
        }
        search = {
            "other": ["name"],
            "parent": ["name"],
        }


class ValueFilterSet(FilterSet):
    class Meta:
        model = Value
        fields = {
            "state": ["exact"],
            "status": ["exact"],
            "empty": ["exact"],
            "true_north": ["exact"],
        }
