"""The API: what programs read and write of each kind of record."""

${api_imports}
% for each in api_written:


class ${each.serializer}(RecordSerializer):
    class Meta:
${each.options}


${each.parents}
${each.body}
% endfor
% if api_written:


% else:

% endif
router = RecordRouter()
% for each in api_classes:
router.register("${each.address}", ${each.viewset}, "${each.basename}")
% endfor
% if api_further:

urlpatterns = [
% for each in api_further:
${each.route}
% endfor
    *router.urls,
]
% else:

urlpatterns = router.urls
% endif
