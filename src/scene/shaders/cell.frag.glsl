// SPDX-FileCopyrightText: The Rankle authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An osteoclast has several nuclei, which shimmer through; an osteoblast has one.

in vec3       to_fragment_normal, to_fragment_place;
in float      to_fragment_distance;
flat in float to_fragment_number;

uniform vec3 hue;
uniform vec4 nuclei[5]; // where they are seen on the cell, and how large
uniform float n_nuclei;

void main ()
{
  float dark = 0.0;
  vec3  shown;

  for (int i = 0; i < 5; i++)
    if (float (i) < n_nuclei)
      {
        float from = distance (to_fragment_place, nuclei[i].xyz) / nuclei[i].w;
        float soft = max (fwidth (from), 0.12);

        dark = max (dark, 1.0 - smoothstep (1.0 - soft, 1.0 + soft, from));
      }
  shown = mix (hue, hue * hue * 0.42, dark * 0.9);
  show (light_up (shown, normalize (to_fragment_normal), 1.0, to_fragment_distance),
        to_fragment_number, to_fragment_distance, 1.0);
}
