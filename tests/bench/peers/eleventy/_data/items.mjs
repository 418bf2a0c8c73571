export { items as default } from '../catalog.mjs';
