enum: ${[choice.value for choice in values] + others}
x-enum-descriptions: ${[choice.title for choice in values] + ["–" for other in others]}
