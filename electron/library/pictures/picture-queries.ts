// Answers which pictures of an article are missing, and why, and which are there.
import type { ErrorCode } from '#contract/errors.ts';
import { findImages } from '../articles/content-repo.ts';
import { requireId } from '../articles/require-articles.ts';
import type { Answers, ReadContext } from '../context.ts';
import { findMissing } from './picture-repo.ts';

export function pictureQueries({
  db,
}: ReadContext): Answers<'pictures.missing' | 'pictures.stored'> {
  return {
    'pictures.missing': ({ uid }) =>
      findMissing(db, requireId(db, uid)).map((picture) => {
        const { code, message } = picture.problem;
        return { ...picture, problem: { code, message: message || sentenceOf(code) } };
      }),
    'pictures.stored': ({ uid }) =>
      [...findImages(db, requireId(db, uid)).values()].map(({ assetName, ...picture }) => ({
        ...picture,
        asset: assetName,
      })),
  };
}

/** Of pictures that nobody has asked for since the library keeps more than a code. */
function sentenceOf(code: ErrorCode): string {
  switch (code) {
    case 'offline':
      return 'There was no network.';
    case 'unreachable':
    case 'timed_out':
      return 'Its site did not answer.';
    case 'refused_by_site':
    case 'login_required':
      return 'Its site does not give it out.';
    case 'not_found':
      return 'It is not there any more, or was not saved with the page.';
    case 'not_allowed':
      return 'Its address is one that Lectern does not fetch from.';
    case 'unsupported_type':
    case 'invalid_input':
      return 'It is no picture, or none of a kind that is kept.';
    case 'too_large':
      return 'It is too large, or the pictures of the article are too many.';
    default:
      return 'Something went wrong with it.';
  }
}
