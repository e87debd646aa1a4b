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

void main ()
{
  bool is_cut = to_fragment_extra.y > 0.5;
  vec3 hue = is_cut ? cut : bone;

  if (!is_cut)
    hue = mix (mix (hue, lost, change * to_fragment_extra.z), gained, change * to_fragment_extra.w);
  show (light_up (hue, normalize (to_fragment_normal), to_fragment_extra.x, to_fragment_distance),
        is_cut ? numbers.y : numbers.x, to_fragment_distance, 1.0);
}
