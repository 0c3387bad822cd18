// HTML by how far it can be trusted. The brands are checked by the compiler; only the named makers may cast.
import { z } from 'zod';

/** As it came from outside. Never shown, never stored as reader content. */
export const UntrustedHtml = z.string().brand<'UntrustedHtml'>();
export type UntrustedHtml = z.infer<typeof UntrustedHtml>;

/** Made by `sanitizeHtml` alone, from the allow-list. Images are `asset:N`, N counting the page's images from 0. */
export const SafeHtml = z.string().brand<'SafeHtml'>();
export type SafeHtml = z.infer<typeof SafeHtml>;
