"""What programs read and write, tried with a row of each kind."""

${api_test_imports}
% for each in api_tests:


class ${each.name}(RecordTests):
    viewset = api.${each.viewset}
    make = staticmethod(${each.maker})
    values = staticmethod(${each.values_name})
% endfor
