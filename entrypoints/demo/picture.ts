import type { DemoPaper } from './demo-paper';

const DRAWINGS: Readonly<Record<DemoPaper['picture'], string>> = {
  waves: [0, 1, 2, 3, 4, 5]
    .map((row) => `<path d="M0 ${90 + row * 38}q100-${70 - row * 9} 200 0t200 0t200 0"/>`)
    .join(''),
  grid: Array.from({ length: 40 }, (_, cell) => {
    const [x, y] = [(cell % 8) * 62 + 58, Math.floor(cell / 8) * 52 + 44];
    return `<rect x="${x}" y="${y}" width="44" height="36" rx="6" fill-opacity="${((cell * 7) % 11) / 14}"/>`;
  }).join(''),
  graph:
    '<path d="M120 90L260 170L180 260M260 170L420 110L480 230L330 270L260 170M420 110L330 270"/>' +
    [
      [120, 90],
      [260, 170],
      [180, 260],
      [420, 110],
      [480, 230],
      [330, 270],
    ]
      .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="17" fill-opacity=".8"/>`)
      .join(''),
  rings: [30, 62, 96, 132, 170]
    .map((radius) => `<circle cx="300" cy="165" r="${radius}" fill="none"/>`)
    .join(''),
  bars: [70, 120, 96, 168, 142, 206, 188, 232]
    .map(
      (height, bar) =>
        `<rect x="${92 + bar * 54}" y="${284 - height}" width="34" height="${height}" rx="5" fill-opacity=".55"/>`,
    )
    .join(''),
};

/** A paper's picture as a data address: the page loads nothing from anywhere. */
export function pictureAddress({ picture, hue }: DemoPaper): string {
  const far = (hue + 45) % 360;
  const image =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 330" preserveAspectRatio="xMidYMid slice">' +
    `<defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="hsl(${hue} 62% 88%)"/>` +
    `<stop offset="1" stop-color="hsl(${far} 58% 76%)"/></linearGradient></defs>` +
    '<rect width="600" height="330" fill="url(#g)"/>' +
    `<g fill="hsl(${hue} 45% 38%)" fill-opacity="0" stroke="hsl(${hue} 45% 34%)" stroke-width="4">` +
    `${DRAWINGS[picture]}</g></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(image)}`;
}
