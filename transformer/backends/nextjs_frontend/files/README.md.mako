# ${manifest.app.title}
