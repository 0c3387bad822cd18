// Types of what electron-vite adds to imports: `?nodeWorker`.
/// <reference types="electron-vite/node" />
