// SPDX-FileCopyrightText: The Rankle authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An osteoclast has several nuclei, which shimmer through; an osteoblast has one.

in vec3       to_fragment_normal, to_fragment_place;
in float      to_fragment_distance;
flat in float to_fragment_number;

uniform vec3  hue;
uniform vec4  nuclei[5]; // ways from the middle of the cell, and the cosine of how far they reach
uniform float n_nuclei, middle; // its height

void main ()
{
  float dark = 0.0;
  vec3  shown;

  for (int i = 0; i < 5; i++)
    if (float (i) < n_nuclei)
      {
        vec3  way = normalize (to_fragment_place - vec3 (0.0, middle, 0.0));
        float near = dot (way, nuclei[i].xyz);
        float soft = max (fwidth (near), 0.004);

        dark = max (dark, smoothstep (nuclei[i].w - soft, nuclei[i].w + soft, near));
      }
  shown = mix (hue, hue * hue * 0.42, dark * 0.9);
  show (light_up (shown, normalize (to_fragment_normal), 1.0, to_fragment_distance),
        to_fragment_number, to_fragment_distance, 1.0);
}
