// What holds for every page of the web that is shown, in the capture window and in the small ones for logging in.
import type { WebContents, WebPreferences } from 'electron';
import { PROXY_USER } from '#hosts/capture/capture-proxy.ts';
import { PROXY_HOST, pagePreferences } from '../security.ts';

export function foreignPreferences(): WebPreferences {
  return {
    ...pagePreferences(),
    disableDialogs: true,
    spellcheck: false,
    // SECURITY: no console either, where there is nothing of ours to be looked at.
    devTools: false,
  };
}

/** @param password of the proxy */
export function showAsForeign(contents: WebContents, password: () => string): void {
  // Sites turn away what they do not know; and who reads with which program is nobody's business.
  contents.setUserAgent(contents.getUserAgent().replaceAll(/ (?:electron|lectern)\/\S+/gi, ''));
  // SECURITY: no address of this machine to a page, past the proxy.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  // A page does not keep its reader.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.on('login', (event, _details, { isProxy, host }, answer) => {
    // Anyone else's question for a password goes unanswered: there is no dialog for it, and pages have forms.
    if (!isProxy || host !== PROXY_HOST) return;
    event.preventDefault();
    answer(PROXY_USER, password());
  });
}
