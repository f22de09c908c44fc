// Light or dark: what was chosen here before, or else what the system says.
(() => {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const read = () => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null; // storage can be forbidden
    }
  };
  const show = () => {
    document.documentElement.dataset.bsTheme = read() ?? (system.matches ? "dark" : "light");
  };
  show();
  system.addEventListener("change", show);

  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-theme-switch]")) return;
    const wanted = document.documentElement.dataset.bsTheme === "dark" ? "light" : "dark";
    const isSystem = wanted === (system.matches ? "dark" : "light");
    try {
      // Whoever goes back to the system's choice follows the system again.
      if (isSystem) localStorage.removeItem("theme");
      else localStorage.setItem("theme", wanted);
    } catch {
      // Then the choice lasts as long as the page.
    }
    document.documentElement.dataset.bsTheme = wanted;
  });
})();

// Times are told as they are where the reader is; see pages/timezones.py.
(() => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const cookie = `timezone=${zone}`;
  if (zone && !document.cookie.split("; ").includes(cookie)) {
    document.cookie = `${cookie}; path=/; max-age=31536000; samesite=lax`;
  }
})();
