<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <rect width="32" height="32" rx="8" fill="${colours.brand}"/>
  <path d="M9 11h14M9 16h14M9 21h8" stroke="${colours.on_brand}" stroke-width="2.5" stroke-linecap="round"/>
</svg>
