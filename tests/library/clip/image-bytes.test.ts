// What pictures are by their bytes: every kind that is kept, and what is refused whatever it calls itself.
import { describe, expect, it } from 'vitest';
import { readPicture } from '#library/clip/image-bytes.ts';
import * as pictures from '../../support/pictures.ts';

describe('readPicture', () => {
  it.each([
    ['image/png', pictures.png(30, 20)],
    ['image/jpeg', pictures.jpeg(30, 20)],
    ['image/gif', pictures.gif(30, 20)],
    ['image/webp', pictures.webp(30, 20)],
    ['image/avif', pictures.avif(30, 20)],
    ['image/bmp', pictures.bmp(30, 20)],
    ['image/svg+xml', pictures.svg(30, 20)],
  ])('knows %s and its size', (type, bytes) => {
    expect(readPicture(bytes)).toEqual({ type, width: 30, height: 20 });
  });

  it('knows AVIF by what it is compatible with; its relative HEIC is not kept', () => {
    const bytes = pictures.avif(30, 20, 'mif1');
    expect(readPicture(bytes)).toEqual({ type: 'image/avif', width: 30, height: 20 });
    const heic = Buffer.from(
      pictures.avif(30, 20, 'heic').toString('latin1').replace('avif', 'heic'),
      'latin1',
    );
    expect(() => readPicture(heic)).toThrow(expect.objectContaining({ code: 'unsupported_type' }));
  });

  it('knows icons', () => {
    expect(readPicture(pictures.icon(16))).toEqual({ type: 'image/x-icon', width: 16, height: 16 });
  });

  it('gives the size as it is shown when the camera was held upright', () => {
    expect(readPicture(pictures.jpeg(30, 20, 6))).toEqual({
      type: 'image/jpeg',
      width: 20,
      height: 30,
    });
  });

  it('keeps a drawing that has no size of its own', () => {
    const bytes = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>');
    expect(readPicture(bytes)).toEqual({ type: 'image/svg+xml', width: null, height: null });
  });

  it('finds the root of a drawing behind declaration, comments and document type', () => {
    const bytes = Buffer.from(
      `\uFEFF<?xml version="1.0"?>\n<!-- ${'x'.repeat(1500)} -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [<!ENTITY a "b">]>\n<svg width="5" height="4"/>`,
    );
    expect(readPicture(bytes)).toEqual({ type: 'image/svg+xml', width: 5, height: 4 });
  });

  it.each([
    ['an error page', Buffer.from('<!doctype html><title>404</title><p>Not found')],
    ['a page with a drawing in it', Buffer.from('<html><body><svg width="1" height="1"></svg>')],
    ['nothing', Buffer.alloc(0)],
    [
      'a text that begins with BM',
      Buffer.from('BMW presents a new car this year, and it is a car.'),
    ],
    ['a broken PNG', pictures.brokenPng()],
    ['a PNG without area', pictures.pngHeader(0, 20)],
    ['a TIFF', Buffer.from('II*\0\x08\0\0\0')],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['noise', Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * 7919) % 251))],
  ])('refuses %s', (_, bytes) => {
    expect(() => readPicture(bytes)).toThrow(expect.objectContaining({ code: 'unsupported_type' }));
  });

  it('refuses a picture with more pixels than a window has memory for', () => {
    expect(readPicture(pictures.pngHeader(10_000, 12_000))).toMatchObject({ width: 10_000 });
    expect(() => readPicture(pictures.pngHeader(50_000, 50_000))).toThrow(
      expect.objectContaining({ code: 'too_large' }),
    );
  });
});
