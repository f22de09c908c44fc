${versions.runtime}
