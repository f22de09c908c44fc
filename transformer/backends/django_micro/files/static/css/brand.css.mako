/* The colours that stand for this app; style.css has all others.
   --brand is a ground, --on-brand what is written on it, --brand-ink a text. */

:root {
  --brand: ${colours.brand};
  --brand-strong: ${colours.strong};
  --on-brand: ${colours.on_brand};
  --brand-ink: ${colours.light_ink};
}

[data-bs-theme="dark"] { --brand-ink: ${colours.dark_ink}; }

/* Without scripts nothing sets the theme. */
@media (scripting: none) and (prefers-color-scheme: dark) {
  :root { --brand-ink: ${colours.dark_ink}; }
}
