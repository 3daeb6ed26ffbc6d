const SIDE = 8;

/**
 * Slanting stripes of a colour, so that a series is known without its colour.
 *
 * @returns the colour itself where the browser draws no patterns
 */
export const hatch = (colour: string): CanvasPattern | string => {
  const tile = document.createElement('canvas');
  tile.width = SIDE;
  tile.height = SIDE;
  const pen = tile.getContext('2d');
  if (!pen) return colour;
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  pen.beginPath();
  // Three strokes, so that the stripes meet where tiles do.
  for (const offset of [-SIDE, 0, SIDE]) {
    pen.moveTo(offset - 1, SIDE + 1);
    pen.lineTo(offset + SIDE + 1, -1);
  }
  pen.stroke();
  return pen.createPattern(tile, 'repeat') ?? colour;
};
