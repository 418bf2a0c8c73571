export { departments as default } from '../catalog.mjs';
