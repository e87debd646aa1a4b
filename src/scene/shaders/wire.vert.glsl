// SPDX-FileCopyrightText: The Rankle authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The twelve edges of the cube, six vertices each, as wide on the picture from whatever side.

uniform mat4 to_eye, to_clip;
uniform vec4 size;  // of the picture [px]; half the cube's side; half the line's width [px]

out float to_fragment_across, to_fragment_distance;

// Edge by edge: its axis, and where it is on the two others.
vec3 find_corner (int edge, float along)
{
  float a = float (edge % 2) * 2.0 - 1.0, b = float (edge / 2 % 2) * 2.0 - 1.0;
  int   axis = edge / 4;

  return axis == 0 ? vec3 (along, a, b) : axis == 1 ? vec3 (a, along, b) : vec3 (a, b, along);
}

void main ()
{
  int  edge = gl_VertexID / 6, corner = gl_VertexID % 6;
  bool is_end = corner == 1 || corner == 2 || corner == 4;
  bool is_left = corner == 2 || corner == 4 || corner == 5;
  vec4 eye = to_eye * vec4 (size.z * find_corner (edge, is_end ? 1.0 : -1.0), 1.0);
  vec4 from = to_clip * (to_eye * vec4 (size.z * find_corner (edge, -1.0), 1.0));
  vec4 to = to_clip * (to_eye * vec4 (size.z * find_corner (edge, 1.0), 1.0));
  vec4 place = is_end ? to : from;
  vec2 way = normalize ((to.xy / to.w - from.xy / from.w) * size.xy);
  float reach = size.w + 1.0;

  to_fragment_across = is_left ? reach : -reach;
  to_fragment_distance = -eye.z;
  place.xy += to_fragment_across * vec2 (-way.y, way.x) * 2.0 / size.xy * place.w;
  gl_Position = place;
}
