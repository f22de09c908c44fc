"""What can be done with rows: a mixin for each operation that pages offer."""

from contextlib import contextmanager
from urllib.parse import quote

% if has_public_forms:
from django.conf import settings
% endif
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, connection, transaction
% if has_links:
from django.db.models import Prefetch, ProtectedError, RestrictedError
% else:
from django.db.models import ProtectedError, RestrictedError
% endif
from django.http import Http404
from django.utils.cache import patch_vary_headers
from django.utils.text import capfirst
from django.utils.translation import gettext as _
${"from rest_framework import exceptions, status" if has_public_forms else "from rest_framework import status"}
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

% if has_public_forms:
from pages.accounts.throttling import count_form, sends_too_often
% endif
from records.deletion import summarize_deletion
% if hides_values:
from records.hidden_values import follow_path, hides_somewhere
% endif
from records.keys import read_key
% if has_public_pages:
from records.permissions import is_allowed, may
% else:
from records.permissions import may
% endif
from records.querysets import lock_rows
from records.refusals import describe_refusal
% if has_timed:
from records.timed_transitions import advance_latest
% endif

from .etags import is_known, make_etag, refuse_outdated
from .filters import ListFilter
from .idempotency import once
from .pagination import RecordPagination
from .permissions import (
    ANY_OF,
    OPERATIONS,
    READ,
    RecordPermission,
    TokenPermission,
    narrow,
)
from .problems import Invalid, conflict, list_model_errors
from .tables import CSVRenderer, stream_rows

# What has no page of its own is for whom another one is, and hides what that hides.
RULED_BY = {
    "list_changes": "retrieve",
    "list_state_changes": "retrieve",
    "list_versions": "retrieve",
    "restore_version": "partial_update",
}


class RecordViewSet(GenericViewSet):
    """Rows of a model, as far as somebody may see and change them.

    `queryset` has the rows, to which `computed` values are added; `get_queryset()`
    keeps those that one may see. `page_policies` and `page_access` are those of the
    pages that do the same, by action.
    """

    http_method_names = ["get", "head", "post", "patch", "delete"]
    permission_classes = [TokenPermission, RecordPermission]
    filter_backends = [ListFilter]
    pagination_class = RecordPagination
    lookup_url_kwarg = "key"

% if has_links:
    # Links to other rows, of which those are told that one may see.
    linked = ()
% endif
    computed = ()
    list_computed = ()
    search_fields = ()
    filterset_class = None
    filter_fields = None
    ordering_fields = ()
    ordering = ()
    ordering_paths = {}
    # What is set to whoever makes a row or changes one, by action.
    account_fields = {}
    page_policies = {}
    page_access = {}
% if has_public_pages:
    # What is for everybody, so that nobody has to sign in for it.
    public_actions = ()
% endif

    @property
    def model(self):
        return self.queryset.model

    @property
    def names(self):
        """What attributes are called that have another name in the API."""
        return getattr(self.serializer_class.Meta, "names", {})

% if has_timed:
    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        if request.auth or request.user.is_anonymous:
            # Where pages look after it, who has a token is nobody yet.
            advance_latest()

% endif
    def finalize_response(self, request, response, *args, **kwargs):
        response = super().finalize_response(request, response, *args, **kwargs)
        if response.status_code < status.HTTP_400_BAD_REQUEST:
            response["Allow"] = ", ".join(self.list_methods())
        # What one person is told, nothing on the way to them may keep.
        response.headers.setdefault("Cache-Control", "private, no-cache")
        patch_vary_headers(response, ["Authorization", "Cookie"])
        return response

    def list_methods(self):
        """What the user may do at the address, as far as no row is asked."""
        methods = self.action_map.items()
        return [name.upper() for name, each in methods if self.may_do(each)]

    def may_do(self, name):
        """Whether the user may do something with any row."""
        if name in ANY_OF:
            return any(hasattr(self, n) and self.may_do(n) for n in ANY_OF[name])
        return self.is_open(name) and self.has_right(name)

    def has_right(self, name, row=None):
        """Whether the user has the right to do something, with a row or with any."""
        user, operation = self.request.user, OPERATIONS[name]
% if has_public_pages:
        if name in self.public_actions and not user.is_authenticated:
            # Rules alone, as nobody is asked for a sign-in here.
            return is_allowed(user, operation, self.model, row)
% endif
        return may(user, operation, self.model, row)

    def list_told_names(self):
        """The names of what a record tells to all who may read it."""
        context = {**self.get_serializer_context(), "page": "retrieve"}
        names = self.serializer_class(context=context).list_told()
        return [name for name in names if not self.omits(name, "retrieve")]

    # Whom it is for

    def is_open(self, name=None):
        """Whether the page that does the same is for the user."""
        name = name or self.action
        name, user = RULED_BY.get(name, name), self.request.user
        access, policy = self.page_access.get(name), self.page_policies.get(name)
        if access and not access.lets_in(user):
            return False
        is_reading = OPERATIONS.get(name) in ("view", READ)
        return is_reading or not (policy and policy.is_read_only(user))

    def is_row_read_only(self):
        """Whether the page of a row lets the user do no more than read it."""
        policy = self.page_policies.get("retrieve")
        return policy is not None and policy.is_read_only(self.request.user)

    def may_see_sensitive(self, row):
        """Whether the user may change a row, where its page lets them."""
        return not self.is_row_read_only() and may(
            self.request.user, "change", self.model, row
        )

    def omits(self, name, page=None):
        """Whether the page that does the same hasn't a value for the user."""
        page = page or self.action
        policy = self.page_policies.get(RULED_BY.get(page, page))
        return policy is not None and policy.omits(self.request.user, name)

    def hides_path(self, path):
        """Whether the list hides what a path leads to, or over."""
% if hides_values:
        user, policy = self.request.user, self.page_policies.get("list")
        if path in self.computed:
            return policy is not None and policy.hides(user, path)
        (_model, name), *others = follow_path(self.model, path)
        if policy is not None and policy.hides(user, name):
            return True
        return any(hides_somewhere(user, *each) for each in others)
% else:
        return False
% endif

    def list_searched(self):
        return [name for name in self.search_fields if not self.hides_path(name)]

    # The rows

    def get_rows(self):
        """The rows with what is told of them, whoever may see them."""
        names = self.list_computed if self.action == "list" else self.computed
        rows = self.queryset.all()
% if has_links:
        for name in self.linked:
            targets = self.model._meta.get_field(name).related_model
            seen = narrow(targets._default_manager.all(), self.request.user, "list")
            rows = rows.prefetch_related(Prefetch(name, seen))
% endif
        return rows.with_computed(*names) if names else rows

    def get_queryset(self):
        operation = "list" if self.action == "list" else "read"
        rows = narrow(self.get_rows(), self.request.user, operation)
        policy = self.page_policies.get(RULED_BY.get(self.action, self.action))
        return policy.narrow(rows, self.request.user) if policy else rows

    def get_object(self):
        key = read_key(self.model._meta.pk, self.kwargs[self.lookup_url_kwarg])
        row = None if key is None else self.get_queryset().filter(pk=key).first()
        if row is None:
            raise Http404
        self.check_object_permissions(self.request, row)
        return row

    @contextmanager
    def locked(self):
        """The row of the address, which nobody else can change meanwhile."""
        with explain_refusals(), transaction.atomic():
            row = self.get_object()
            lock_rows(self.model, [row.pk])
            # Until then it may have changed, and so what one may do with it.
            row = self.get_object()
            if "If-Match" in self.request.headers:
                refuse_outdated(self.request, self.tell(row)["ETag"])
            yield row
            if connection.vendor == "postgresql":
                # It looks at references when a transaction ends: too late to tell.
                connection.check_constraints()

    def get_serializer_context(self):
        return {**super().get_serializer_context(), "page": self.action}

    def tell(self, row, code=status.HTTP_200_OK):
        """Return the answer that has a row, as whoever asks may read it."""
        context = {**self.get_serializer_context(), "page": "retrieve"}
        told = self.serializer_class(row, context=context).data
        return Response(told, code, headers={"ETag": make_etag(row, told)})

    def tell_written(self, key, code=status.HTTP_200_OK):
        """Return the answer that has a row as it was written, with what is computed.

        Whoever may write a row and not read it is told nothing of it.
        """
        row = self.find_readable(key)
        if row is None:
            return Response(status=status.HTTP_204_NO_CONTENT)
        return self.tell(row, code)

    def find_readable(self, key):
        """The row with a key, if one may read it and its page is for whoever asks."""
        user, policy = self.request.user, self.page_policies.get("retrieve")
        if not self.may_do("retrieve"):
            return None
        rows = narrow(self.get_rows(), user, "read")
        rows = policy.narrow(rows, user) if policy else rows
        return rows.filter(pk=key).first()


@contextmanager
def explain_refusals():
    """Say what a database or a model refuses while rows are written."""
    try:
        yield
    except (ProtectedError, RestrictedError) as error:
        raise conflict(_("Other records need this one."), "protected") from error
    except DataError as error:
        fault = {"field": "", "code": "invalid", "detail": describe_refusal(error)}
        raise Invalid([fault]) from error
    except IntegrityError as error:
        raise conflict(describe_refusal(error), "unique") from error
    except ValidationError as error:
        # Somebody else has changed the row meanwhile.
        found = next(list_model_errors(error, "invalid"))
        raise conflict(found["detail"], found["code"]) from error


class ListMixin:
    def get_renderers(self):
        found = super().get_renderers()
        return [*found, CSVRenderer()] if self.action == "list" else found

    def list(self, request, *args, **kwargs):
        rows = self.filter_queryset(self.get_queryset())
        if request.accepted_renderer.format == CSVRenderer.format:
            names = self.get_serializer().list_output()
            title = capfirst(self.model._meta.verbose_name_plural)
            return stream_rows(rows, names, title)
        page = self.paginate_queryset(rows)
        serializer = self.get_serializer(page, many=True)
        return self.get_paginated_response(serializer.data)


class RetrieveMixin:
    def retrieve(self, request, *args, **kwargs):
        answer = self.tell(self.get_object())
        if is_known(request, answer["ETag"]):
            headers = {"ETag": answer["ETag"]}
            return Response(status=status.HTTP_304_NOT_MODIFIED, headers=headers)
        return answer


class CreateMixin:
    @once
    def create(self, request, *args, **kwargs):
% if has_public_forms:
        is_visitor = not request.user.is_authenticated
        is_limited = is_visitor and "create" in self.public_actions
        if is_limited and sends_too_often(request):
            raise exceptions.Throttled(settings.AXES_COOLOFF_TIME.total_seconds())
% endif
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        with explain_refusals(), transaction.atomic():
            row = serializer.save()
% if has_public_forms:
            if is_limited:
                count_form(request)
% endif
            if connection.vendor == "postgresql":
                connection.check_constraints()
        answer = self.tell_written(row.pk, status.HTTP_201_CREATED)
        if hasattr(self, "retrieve"):
            address = request.build_absolute_uri(request.path)
            answer["Location"] = f"{address}/{quote(str(row.pk), safe='')}"
        return answer


class UpdateMixin:
    def partial_update(self, request, *args, **kwargs):
        with self.locked() as row:
            serializer = self.get_serializer(row, data=request.data, partial=True)
            serializer.is_valid(raise_exception=True)
            serializer.save()
            return self.tell_written(row.pk)


class DestroyMixin:
    def destroy(self, request, *args, **kwargs):
        with self.locked() as row:
            self.remove(row)
        return Response(status=status.HTTP_204_NO_CONTENT)

    def remove(self, row):
        """Delete a row, or put it away, unless something needs it."""
        summary = summarize_deletion(row, user=self.request.user)
        if summary.protected:
            texts = (group.describe() for group in summary.protected)
            raise conflict("; ".join(texts), "protected")
        row.delete()
