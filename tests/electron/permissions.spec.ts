// What sessions of the app grant to pages: nothing but putting text on the clipboard, and that to the window alone.
import { expect, test } from '../support/electron-app.ts';

test('every session refuses every permission but the one to copy, and that to frames', async ({
  start,
}) => {
  const { app, window } = await start();
  const granted = await app.evaluate(({ session }) => {
    type Details = { isMainFrame: boolean; requestingUrl: string };
    type Request = (c: null, name: string, decide: (yes: boolean) => void, d: Details) => void;
    type Check = (c: null, name: string, origin: string, d: Details) => boolean;
    const names = [
      'clipboard-read',
      'clipboard-sanitized-write',
      'display-capture',
      'fileSystem',
      'fullscreen',
      'geolocation',
      'hid',
      'idle-detection',
      'keyboardLock',
      'media',
      'mediaKeySystem',
      'midi',
      'midiSysex',
      'notifications',
      'openExternal',
      'pointerLock',
      'serial',
      'speaker-selection',
      'storage-access',
      'top-level-storage-access',
      'usb',
      'window-management',
      'of-a-later-electron',
    ];
    const places = [
      { isMainFrame: true, requestingUrl: 'app://lectern/' },
      { isMainFrame: false, requestingUrl: 'app://lectern/' },
      { isMainFrame: true, requestingUrl: 'article://a/x' },
      { isMainFrame: false, requestingUrl: 'article://a/x' },
      { isMainFrame: true, requestingUrl: 'https://example.org/' },
    ];
    const yes: string[] = [];
    const note = (way: string, name: string, { isMainFrame, requestingUrl }: Details) =>
      yes.push(`${way} ${name} ${isMainFrame ? 'window' : 'frame'} ${requestingUrl}`);
    const cases = names.flatMap((name) => places.map((place) => ({ name, place })));

    // Handlers cannot be read back: they are caught while a session is being made.
    const proto = Object.getPrototypeOf(session.defaultSession) as {
      setPermissionRequestHandler(handler: Request): void;
      setPermissionCheckHandler(handler: Check): void;
      setDevicePermissionHandler(handler: () => boolean): void;
    };
    const before = Object.getOwnPropertyDescriptors(proto);
    proto.setPermissionRequestHandler = (handler) => {
      for (const { name, place } of cases) {
        handler(null, name, (answer) => answer && note('request', name, place), place);
      }
    };
    proto.setPermissionCheckHandler = (handler) => {
      for (const { name, place } of cases) {
        if (handler(null, name, place.requestingUrl, place)) note('check', name, place);
      }
    };
    proto.setDevicePermissionHandler = (handler) => {
      yes.push(`devices ${handler()}`);
    };
    session.fromPartition('made-by-a-test');
    Object.defineProperties(proto, before);
    return yes;
  });
  expect(granted).toEqual([
    'request clipboard-sanitized-write window app://lectern/',
    'check clipboard-sanitized-write window app://lectern/',
    'devices false',
  ]);

  // And the default session, from inside its page.
  expect(
    await window.evaluate(async () => {
      const refused = (work: Promise<unknown>) =>
        work.then(
          () => 'granted',
          () => 'refused',
        );
      return {
        notifications: await Notification.requestPermission(),
        place: await refused(
          new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no)),
        ),
        camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
        clipboard: await refused(navigator.clipboard.readText()),
      };
    }),
  ).toEqual({
    notifications: 'denied',
    place: 'refused',
    camera: 'refused',
    clipboard: 'refused',
  });
});
