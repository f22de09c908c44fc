// Loads the page anew when the app has changed, and lays what is wrong over it.
(() => {
  const folder = new URL(".", document.currentScript.src);
  const shown = Number(document.currentScript.dataset.state);
  let news;

  function tell({ heading, report, choices }) {
    document.getElementById("dazzle-report")?.remove();
    if (!report) {
      return;
    }
    const host = document.createElement("div");
    host.id = "dazzle-report";
    const root = host.attachShadow({ mode: "open" });
    const look = document.createElement("link");
    look.rel = "stylesheet";
    look.href = new URL("page.css", folder);
    const panel = document.createElement("section");
    panel.setAttribute("role", "alert");
    const title = document.createElement("h2");
    title.textContent = heading;
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "×";
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", () => host.remove());
    const text = document.createElement("pre");
    text.textContent = report;
    text.tabIndex = 0;
    panel.append(title, close, text);
    for (const [number, choice] of choices.entries()) {
      const answer = document.createElement("button");
      answer.type = "button";
      answer.className = "answer";
      answer.textContent = choice;
      answer.addEventListener("click", () => {
        fetch(new URL("answer", folder), { method: "POST", headers: { "X-Choice": number } });
      });
      panel.append(answer);
    }
    root.append(look, panel);
    document.body.append(host);
  }

  function listen() {
    news?.close();
    news = new EventSource(new URL("events", folder));
    news.addEventListener("message", (event) => {
      const status = JSON.parse(event.data);
      if (status.state === shown) {
        tell(status);
      } else {
        news.close();
        location.reload();
      }
    });
  }

  // A browser has six connections to a host; a tab that nobody looks at takes none.
  function heed() {
    if (document.hidden) {
      news?.close();
    } else {
      listen();
    }
  }

  document.addEventListener("visibilitychange", heed);
  window.addEventListener("pagehide", () => news?.close());
  window.addEventListener("pageshow", (event) => event.persisted && heed());
  heed();
})();
