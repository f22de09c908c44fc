${versions.django}
${versions.gunicorn}
${versions.whitenoise}
${versions.dotenv}
${versions.database_url}
${versions.psycopg}
% if has_images:
${versions.pillow}
% endif
