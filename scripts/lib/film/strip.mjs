// Develops a roll into one picture: frame after frame, with what changed since the last one outlined.

/** What a browser still draws as one picture, in px. */
const HIGHEST = 15_000;

const FEWEST_COLUMNS = 4;

const STYLE = `
  body { margin: 0; padding: 12px; background: #24272b; color: #e7eaee; font: 13px/20px system-ui, sans-serif; }
  main { display: grid; gap: 12px; }
  figure { position: relative; margin: 0; }
  figcaption b { color: #ff9189; }
  canvas { display: block; }`;

/** Runs in the page: fills it with the frames. */
async function fill({ frames, columns }) {
  /** Compared in squares of so many px. */
  const SQUARE = 6;
  /** So much that a square may differ by and be the same: a shrunk text may be drawn a shade lighter. */
  const SHADE = 18;

  const load = async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    return image;
  };

  const seconds = (at) => (at / 1_000).toFixed(1);
  const when = ({ from, to }) => `${seconds(from)}${to > from ? `–${seconds(to)}` : ""} s`;

  /** The squares in which two pictures differ, joined to boxes where they touch. */
  function differences(before, after, width, height) {
    const across = Math.ceil(width / SQUARE);
    const down = Math.ceil(height / SQUARE);
    const differs = new Uint8Array(across * down);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const at = (y * width + x) * 4;
        const by = Math.max(...[0, 1, 2].map((channel) => Math.abs(before[at + channel] - after[at + channel])));
        if (by > SHADE) differs[Math.floor(y / SQUARE) * across + Math.floor(x / SQUARE)] = 1;
      }
    }
    const boxes = [];
    for (let start = 0; start < differs.length; start++) {
      if (!differs[start]) continue;
      const box = { left: across, top: down, right: 0, bottom: 0 };
      const waiting = [start];
      differs[start] = 0;
      for (let square = waiting.pop(); square !== undefined; square = waiting.pop()) {
        const x = square % across;
        const y = Math.floor(square / across);
        box.left = Math.min(box.left, x);
        box.right = Math.max(box.right, x + 1);
        box.top = Math.min(box.top, y);
        box.bottom = Math.max(box.bottom, y + 1);
        for (let beside = Math.max(0, x - 1); beside <= Math.min(across - 1, x + 1); beside++) {
          for (let above = Math.max(0, y - 1); above <= Math.min(down - 1, y + 1); above++) {
            const other = above * across + beside;
            if (!differs[other]) continue;
            differs[other] = 0;
            waiting.push(other);
          }
        }
      }
      boxes.push(box);
    }
    return boxes;
  }

  const main = document.querySelector("main");
  let last;
  for (const frame of frames) {
    const image = await load(frame.data);
    const { width, height } = image;
    main.style.gridTemplateColumns = `repeat(${columns}, ${width}px)`;
    const figure = document.createElement("figure");
    const caption = document.createElement("figcaption");
    caption.textContent = `${when(frame)} `;
    if (frame.shift > 0) {
      const shift = document.createElement("b");
      shift.textContent = `shift ${frame.shift.toFixed(4)}`;
      caption.append(shift);
    }
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    context.strokeStyle = "#e5006d";
    if (last && last.length === data.length) {
      for (const { left, top, right, bottom } of differences(last, data, width, height)) {
        const [x, y] = [left * SQUARE, top * SQUARE];
        context.strokeRect(x + 0.5, y + 0.5, (right - left) * SQUARE, (bottom - top) * SQUARE);
      }
    }
    last = data;
    figure.append(caption, canvas);
    main.append(figure);
  }
}

/** Writes the strip of a roll as a PNG. */
export async function developStrip(browser, { frames, shifts }, out) {
  if (frames.length === 0) throw new Error("The browser drew no frame.");
  // A shift is written over the frame that shows it: the last one that began no later.
  const told = frames.map((frame, place) => ({
    ...frame,
    shift: shifts
      .filter(({ at }) => at >= (frames[place - 1]?.to ?? -Infinity) && at < frame.to)
      .reduce((sum, { value }) => sum + value, 0),
  }));
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  await page.setContent(`<!doctype html><style>${STYLE}</style><main></main>`);
  // The size of a frame is in the head of its PNG.
  const head = Buffer.from(frames[0].data.slice(0, 64), "base64");
  const [width, height] = [head.readUInt32BE(16), head.readUInt32BE(20) + 32];
  const columns = Math.max(FEWEST_COLUMNS, Math.ceil((frames.length * height) / HIGHEST));
  await page.setViewportSize({ width: columns * (width + 12) + 12, height: 600 });
  await page.evaluate(fill, { frames: told, columns });
  await page.screenshot({ path: out, fullPage: true });
  await page.close();
}
