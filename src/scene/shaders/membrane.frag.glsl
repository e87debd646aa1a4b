// SPDX-FileCopyrightText: The Rankle authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A piece of a double layer, schematic: the heads of its lipids side by side on its faces, and
// along its rim two bright layers of heads with the tails between them.

in vec3  to_fragment_place, to_fragment_up, to_fragment_normal;
in float to_fragment_distance;

uniform vec3  hue;
uniform vec4  layer; // its middle height, half its thickness, the spacing of heads
uniform float number, hole; // which thing it is; how much of its faces is left out

// From a place on a face to the middle of the nearest head, in spacings: rows at 60 degrees.
float find_head (vec2 at)
{
  vec2 cell = vec2 (1.0, 1.7320508);
  vec2 a = mod (at, cell) - 0.5 * cell;
  vec2 b = mod (at + 0.5 * cell, cell) - 0.5 * cell;

  return sqrt (min (dot (a, a), dot (b, b)));
}

// How dark the gap between heads is; where they are smaller than pixels, as dark as on average.
float find_gap (vec2 at)
{
  vec2  size = fwidth (at);
  float blur = max (size.x, size.y);
  float gap = smoothstep (0.40 - 0.5 * blur, 0.46 + 0.5 * blur, find_head (at));

  return mix (gap, 0.3, smoothstep (0.5, 1.0, blur));
}

void main ()
{
  if (length (to_fragment_place.xz) < hole)
    discard;

  float face = smoothstep (0.6, 0.9, abs (to_fragment_up.y));
  float gap = 0.09 * find_gap (to_fragment_place.xz / layer.z);
  float up = abs (to_fragment_place.y - layer.x) / layer.y;
  float tails = 0.22 * (1.0 - smoothstep (0.28, 0.5, up));

  show (light_up (hue * (1.0 - mix (tails, gap, face)), normalize (to_fragment_normal), 1.0,
                  to_fragment_distance),
        number, to_fragment_distance, 1.0);
}
