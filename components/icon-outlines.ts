// Stroked outlines on a grid of 16 by 16, each by itself: a page carries only those it draws.
export const bookmark = 'M4 2.5h8v11l-4-3-4 3z';
export const tag =
  'M2.5 3.5v4L8.6 13.6a1 1 0 0 0 1.4 0l3.6-3.6a1 1 0 0 0 0-1.4L7.5 2.5h-4a1 1 0 0 0-1 1zM5.3 5.3h.01';
export const note =
  'M9 13.5H3.5a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1V9zM13.5 9H10a1 1 0 0 0-1 1v3.5M5.5 5.5h5M5.5 8h2.5';
export const eyeOff =
  'M2.5 2.5l11 11M6.6 4a6.4 6.4 0 0 1 1.4-.2c3.2 0 5.2 2.7 6 4.2a10 10 0 0 1-1.6 2.1M4.5 5.2A9.6 9.6 0 0 0 2 8c.8 1.5 2.8 4.2 6 4.2a6 6 0 0 0 2.9-.8M6.7 6.7a1.9 1.9 0 0 0 2.6 2.6';
export const eye =
  'M2 8c.8-1.5 2.8-4.2 6-4.2S13.2 6.5 14 8c-.8 1.5-2.8 4.2-6 4.2S2.8 9.5 2 8zM8 6a2 2 0 1 0 0 4a2 2 0 0 0 0-4z';
export const funnel = 'M2.5 3h11L9.5 8v4.5l-3 1.5V8z';
export const quote =
  'M3 10.5c1.7 0 2.8-1.2 2.8-3V4.5H2.7v3.3h3M10 10.5c1.7 0 2.8-1.2 2.8-3V4.5H9.7v3.3h3';
export const clock = 'M8 2.25a5.75 5.75 0 1 0 0 11.5a5.75 5.75 0 0 0 0-11.5zM8 5v3.25l2.25 1.25';
export const close = 'M4 4l8 8M12 4l-8 8';
export const check = 'M3 8.5l3.25 3.25L13 4.75';
export const warning = 'M8 2.5l6 10.75H2zM8 6.5v3M8 11.25h.01';
export const search = 'M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9zM10.3 10.3l3.2 3.2';
export const download = 'M8 2.5v7.5M4.75 7L8 10.25L11.25 7M2.75 13.25h10.5';
export const external = 'M6.5 3.5h-3v9h9v-3M9 2.75h4.25V7M13 3L7.25 8.75';
export const trash = 'M2.75 4.25h10.5M6 4V2.5h4V4M4 4.5l.6 9h6.8l.6-9M6.75 7v4M9.25 7v4';
export const restore = 'M3 8a5 5 0 1 0 1.6-3.7M3 2.5V5h2.5';
export const pin = 'M5.5 2.5h5M6.5 2.5v4L4.5 9h7l-2-2.5v-4M8 9v4.5';
export const pause = 'M5.5 3.5v9M10.5 3.5v9';
export const play = 'M5 3l8 5-8 5z';
export const copy = 'M5.5 5.5h8v8h-8zM3 10.5h-.5v-8h8V3';
export const flask =
  'M6.5 2.5h3M7 2.5v4l-3.7 5.7a.9.9 0 0 0 .8 1.3h7.8a.9.9 0 0 0 .8-1.3L9 6.5v-4M5 10h6';
export const library = 'M3 2.75v10.5M6.25 2.75v10.5M9.25 3.25l3.75 9.75';
export const chevronUp = 'M4 9.75L8 5.75L12 9.75';
export const chevronDown = 'M4 6.25L8 10.25L12 6.25';
export const star = 'M8 2.2l1.7 3.6 3.9.5-2.9 2.7.8 3.9L8 11l-3.5 1.9.8-3.9-2.9-2.7 3.9-.5z';
export const swap = 'M5 3v10M2.5 10.5L5 13l2.5-2.5M11 13V3M8.5 5.5L11 3l2.5 2.5';
export const rows = 'M2.5 4h11M2.5 8h11M2.5 12h11M6 2.5v11';
