// Waits for news from `invoke serve`: reloads the page after a build, or shows what is wrong until it is mended.
const own = new URL(import.meta.url);
const events = new URL("briefing-serve-events", own);
const place = "briefing-serve:" + location.pathname;

const kept = sessionStorage.getItem(place);
if (kept !== null) {
  sessionStorage.removeItem(place);
  scrollTo(0, Number(kept));
}

const box = document.createElement("div");
box.setAttribute("role", "alert");
Object.assign(box.style, {
  position: "fixed", inset: "auto 0 0 0", maxHeight: "60vh", overflow: "auto", padding: "1rem 1.5rem",
  background: "#7a1f1f", color: "#fff", font: "1rem/1.5 system-ui, sans-serif", zIndex: "9999",
});

// A way to the desk, beside the other links about the site.
const source = location.pathname.match(/\/(sources\/[a-z0-9-]+\/)$/);
const way = document.createElement("a");
way.href = new URL(`desk/${source ? source[1] : ""}`, own);
way.textContent = "Desk";
const entry = document.createElement("li");
entry.append(way);
document.querySelector(".footer-links")?.append(entry);

function show(problems) {
  box.replaceChildren();
  const title = document.createElement("strong");
  title.textContent = `Not built: ${problems.length} ${problems.length === 1 ? "problem" : "problems"}. The last good site stays.`;
  box.append(title);
  for (const problem of problems) {
    const line = document.createElement("p");
    const where = document.createElement("code");
    where.textContent = problem.where;
    line.append(where, ` ${problem.message} ${problem.remedy}`);
    box.append(line);
  }
  document.body.append(box);
}

let version = 0;
for (;;) {
  try {
    const answer = await fetch(`${events}?${version}`, { cache: "no-store", headers: { "Briefing-Serve": "1" } });
    if (!answer.ok) throw new Error(answer.statusText);
    const news = await answer.json();
    if (version && news.version > version && !news.problems.length) {
      sessionStorage.setItem(place, String(scrollY));
      location.reload();
      break;
    }
    if (news.problems.length) show(news.problems);
    else box.remove();
    version = news.version;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}
