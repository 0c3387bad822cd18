// How large a picture is shown, and which part of it: reckoned in CSS pixels from the middle of the stage.

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Zoom {
  /** Of the picture's own pixels. */
  readonly scale: number;
  /** How far the picture's middle is from the middle of the stage. */
  readonly x: number;
  readonly y: number;
}

export const MAX_SCALE = 8;
export const STEP = 1.4;

/** Whole, and never larger than it is. */
export function fitted(picture: Size, stage: Size): Zoom {
  const room = Math.min(stage.width / picture.width, stage.height / picture.height);
  return { scale: Math.min(1, room), x: 0, y: 0 };
}

/** @param at the point of the stage that stays where it is, from the middle */
export function zoomed(zoom: Zoom, scale: number, at = { x: 0, y: 0 }): Zoom {
  const by = scale / zoom.scale;
  return { scale, x: at.x - (at.x - zoom.x) * by, y: at.y - (at.y - zoom.y) * by };
}

/** Within the limits: nothing smaller than whole, and no edge of a large picture further in than that of the stage. */
export function kept(zoom: Zoom, picture: Size, stage: Size): Zoom {
  const least = fitted(picture, stage).scale;
  const scale = Math.min(Math.max(zoom.scale, least), MAX_SCALE);
  const { x, y } = zoomed(zoom, scale);
  const reach = (size: number, room: number) => Math.max(0, (size * scale - room) / 2);
  return {
    scale,
    x: clamp(x, reach(picture.width, stage.width)),
    y: clamp(y, reach(picture.height, stage.height)),
  };
}

const clamp = (value: number, most: number): number => Math.min(most, Math.max(-most, value)) || 0;
