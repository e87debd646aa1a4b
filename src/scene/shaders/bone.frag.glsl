// SPDX-FileCopyrightText: The Rankle authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The surface of bone, and another colour where the cube cuts it open.

in vec3  to_fragment_normal;
in vec4  to_fragment_extra;
in float to_fragment_distance;

uniform vec3  bone, cut, lost, gained;
uniform float change;  // how strongly what was lost and gained is told; 0: not at all
uniform vec4  numbers; // of the surface, and of the cut

// From how far the surface moved, in steps of the mesh: little is seen already, and much is not
// twice as loud.
float tell (float moved)
{
  return change * 0.78 * (1.0 - exp (-max (moved - 8.0, 0.0) / 60.0));
}

void main ()
{
  bool  is_cut = to_fragment_extra.x > 128.0 / 255.0;
  float open = 1.0 - smoothstep (0.10, 0.85, to_fragment_extra.y);
  float grown = to_fragment_extra.z * 255.0 - 128.0;
  vec3  hue = is_cut ? cut : bone;

  if (!is_cut)
    hue = mix (mix (hue, lost, tell (-grown)), gained, tell (grown));
  show (light_up (hue, normalize (to_fragment_normal), open, to_fragment_distance),
        is_cut ? numbers.y : numbers.x, to_fragment_distance, 1.0);
}
