"use strict";
// ROC curves: the corner nearest to the pointer tells its values below the chart
document.querySelectorAll("svg.roc").forEach((svg) => {
  const values = svg.parentElement.querySelector(".values");
  const spot = svg.querySelector(".spot");
  const corners = [];
  svg.querySelectorAll(".curve").forEach((curve) => {
    const places = curve.getAttribute("points").split(" ");
    curve.dataset.points.split(";").forEach((point, i) => {
      const [x, y] = places[i].split(",").map(Number);
      const [fpr, tpr, threshold] = point.split(" ");
      corners.push({ x, y, fpr, tpr, threshold, name: curve.dataset.name });
    });
  });
  if (corners.length === 0) {
    return;
  }
  svg.addEventListener("pointermove", (event) => {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    const distance = (c) => (c.x - at.x) ** 2 + (c.y - at.y) ** 2;
    const nearest = corners.reduce((a, b) => (distance(b) < distance(a) ? b : a));
    spot.setAttribute("cx", nearest.x);
    spot.setAttribute("cy", nearest.y);
    spot.style.display = "inline";
    const percent = (rate) => (100 * rate).toFixed(1) + " %";
    values.textContent = `${nearest.name} ≥ ${nearest.threshold}: finds ${percent(nearest.tpr)} of the anomalies, `
      + `false alarms on ${percent(nearest.fpr)} of the normal clips`;
  });
  svg.addEventListener("pointerleave", () => {
    spot.style.display = "none";
    values.textContent = "\u00a0";
  });
});

window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
