${item.data}
