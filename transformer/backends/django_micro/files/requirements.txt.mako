${versions.django}
${versions.axes}
${versions.filter}
${versions.gunicorn}
${versions.whitenoise}
${versions.dotenv}
${versions.database_url}
${versions.psycopg}
% if with_pdf:
${versions.fpdf2}
% endif
% if with_api:
${versions.rest_framework}
% endif
% if has_images:
${versions.pillow}
% endif

# Below this line stands what you need besides; builds add theirs above.
