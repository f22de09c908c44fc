${document | n}
