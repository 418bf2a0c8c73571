import type { SharedCatalog } from '../../model/catalog.ts';
import type { Coordinates, Hall } from '../../model/schema.gen.ts';
import { hallHref } from '../addresses.ts';

/** The halls as a GeoJSON FeatureCollection (RFC 7946, WGS-84); empty when none has a place. */
export function hallsGeoJson(catalog: SharedCatalog): object | undefined {
  const features = [...catalog.halls.values()].flatMap(({ value }) =>
    value.coordinates === undefined ? [] : [feature(value, value.coordinates)],
  );
  return features.length === 0 ? undefined : { type: 'FeatureCollection', features };
}

function feature(hall: Hall, coordinates: Coordinates): object {
  const { id, name, kind, address, hours, weekend, phone } = hall;
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: toWgs84(coordinates) },
    properties: { name, kind, address, hours, weekend, phone, page: hallHref(id), coordinates },
  };
}

/** Longitude and latitude in WGS-84, to a metre; CGCS2000 is the same to a few centimetres. */
export function toWgs84({ longitude, latitude, system }: Coordinates): [number, number] {
  if (system !== 'GCJ-02') return [longitude, latitude];
  const [east, north] = offset(longitude, latitude);
  return [round(longitude - east), round(latitude - north)];
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

const AXIS = 6378245;
const ECCENTRICITY = 0.006693421622965943;

/** How far GCJ-02 moves a point, in degrees (the published approximation). */
function offset(longitude: number, latitude: number): [number, number] {
  const [x, y] = [longitude - 105, latitude - 35];
  const angle = (latitude / 180) * Math.PI;
  const magic = 1 - ECCENTRICITY * Math.sin(angle) ** 2;
  const root = Math.sqrt(magic);
  const north = shiftNorth(x, y) * 180;
  const east = shiftEast(x, y) * 180;
  return [
    east / ((AXIS / root) * Math.cos(angle) * Math.PI),
    north / (((AXIS * (1 - ECCENTRICITY)) / (magic * root)) * Math.PI),
  ];
}

function shiftNorth(x: number, y: number): number {
  const plane = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  const near = waves(x, [20, 6, 20, 2]) + waves(y, [20, 1, 40, 1 / 3]);
  return plane + near + waves(y, [160, 1 / 12, 320, 1 / 30]);
}

function shiftEast(x: number, y: number): number {
  const plane = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  const near = waves(x, [20, 6, 20, 2]) + waves(x, [20, 1, 40, 1 / 3]);
  return plane + near + waves(x, [150, 1 / 12, 300, 1 / 30]);
}

function waves(value: number, [a, f, b, g]: readonly [number, number, number, number]): number {
  const turn = value * Math.PI;
  return ((a * Math.sin(f * turn) + b * Math.sin(g * turn)) * 2) / 3;
}
