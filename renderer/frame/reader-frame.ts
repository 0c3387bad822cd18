// The only script inside an article's frame. Built to one classic script and inlined with a nonce.
import './reader-frame.css';

window.parent.postMessage({ kind: 'ready' }, '*');
